package se.samspar.registration;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.store.Justification;

/**
 * A consultation that took place, as a unit registers it.
 *
 * @param request the request that it answers
 * @param period when it took place
 * @param visit the primary care visit, where it is registered already
 * @param specialistPeriod when the specialist took part, where it differs
 */
record Consultation(
        Reference request,
        Period period,
        Optional<Reference> visit,
        Optional<Period> specialistPeriod,
        Half primaryCare,
        Half specialist,
        List<Justification> justifications) {

    /**
     * What one unit registers. Unit and practitioner may be missing: the rules say so.
     */
    record Half(
            Optional<Reference> unit,
            Optional<Reference> practitioner,
            List<Coding> diagnoses,
            List<Coding> activities) {

        static Half of(Reference unit, Reference practitioner, List<Coding> diagnoses, List<Coding> activities) {
            return new Half(
                    Optional.ofNullable(unit),
                    Optional.ofNullable(practitioner),
                    orNone(diagnoses),
                    orNone(activities));
        }
    }

    static List<Coding> orNone(List<Coding> codings) {
        return codings == null ? List.of() : List.copyOf(codings);
    }
}
