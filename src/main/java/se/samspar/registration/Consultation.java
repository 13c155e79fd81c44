package se.samspar.registration;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
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

        /** @param name with which the names of its parameters begin */
        static Half of(
                String name, Reference unit, Reference practitioner, List<Coding> diagnoses, List<Coding> activities) {
            return new Half(
                    Optional.ofNullable(unit),
                    Optional.ofNullable(practitioner),
                    coded(name + "Diagnosis", diagnoses),
                    coded(name + "Activity", activities));
        }
    }

    /**
     * The codings of a parameter; none where it is not sent.
     *
     * @throws UnprocessableEntityException when one of them is no code: nobody could count it
     */
    static List<Coding> coded(String parameter, List<Coding> codings) {
        List<Coding> sent = codings == null ? List.of() : List.copyOf(codings);
        if (!sent.stream().allMatch(coding -> coding.hasSystem() && coding.hasCode())) {
            throw new UnprocessableEntityException(
                    "Parameter %s is a code: send its system and code, not a display alone.".formatted(parameter));
        }
        return sent;
    }
}
