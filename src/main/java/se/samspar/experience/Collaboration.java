package se.samspar.experience;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.Parties;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/**
 * What a person is asked about: a case, or a consultation by its request.
 *
 * @param units that take part
 * @param subject the person
 * @param hasEnded is the case closed, or the request answered?
 */
public record Collaboration(List<Reference> units, Reference subject, boolean hasEnded) {

    /** What the answers are about; empty where that is neither a case nor a request. */
    public static Optional<Collaboration> of(QuestionnaireResponse response, Records records) {
        return records.find(response.getBasedOnFirstRep(), Resource.class).flatMap(found -> of(found, records));
    }

    private static Optional<Collaboration> of(Resource resource, Records records) {
        if (resource instanceof CarePlan plan && CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)) {
            return Optional.of(new Collaboration(
                    CarePlans.parties(plan).toList(), plan.getSubject(), plan.getStatus() == CarePlanStatus.COMPLETED));
        }
        return resource instanceof ServiceRequest request
                ? Optional.of(new Collaboration(
                        Parties.of(request)
                                .flatMap(party -> UnitOf.actor(party, records).stream())
                                .toList(),
                        request.getSubject(),
                        request.getStatus() == ServiceRequestStatus.COMPLETED))
                : Optional.empty();
    }

    public boolean takesPart(Reference unit) {
        return units.stream().anyMatch(known -> Cases.isSame(known, unit));
    }

    public boolean isAbout(Reference person) {
        return Cases.isSame(subject, person);
    }

    /** The units, each once. */
    Stream<Reference> eachUnit() {
        return units.stream()
                .map(unit ->
                        unit.getReferenceElement().toUnqualifiedVersionless().getValue())
                .distinct()
                .map(Reference::new);
    }
}
