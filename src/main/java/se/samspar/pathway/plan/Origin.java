package se.samspar.pathway.plan;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.consent.Cases;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.Parties;
import se.samspar.fhir.Suspicion;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;
import se.samspar.store.UnitOf;

/** The request or the case that a pathway is started from. */
record Origin(Resource resource) {

    /**
     * What a parameter names, in which the acting unit takes part.
     *
     * @throws ParameterRefused when there is no such request or case that the unit sees
     * @throws ForbiddenOperationException when the unit reads it without taking part in it
     */
    static Origin of(Reference basedOn, ResourceStore store) {
        Origin origin = read(basedOn, store)
                .map(Origin::new)
                .orElseThrow(() -> ParameterRefused.unknown(
                        "basedOn",
                        "Parameter basedOn leads to no request or case that your unit may see.",
                        "Name a ServiceRequest, or the CarePlan of a case."));
        if (origin.parties(store).noneMatch(store.actor()::actsFor)) {
            throw new ForbiddenOperationException(
                    "A pathway is started from a request or a case by a unit that takes part in it.");
        }
        return origin;
    }

    /**
     * Is it about the patient?
     *
     * @throws ParameterRefused when it is about somebody else
     */
    void requireAbout(Reference patient) {
        if (!Cases.isSame(subject(), patient)) {
            throw ParameterRefused.invalid(
                    "basedOn",
                    "The request or the case is about another person.",
                    "Name one of the patient's, or leave basedOn out.");
        }
    }

    private static Optional<Resource> read(Reference basedOn, ResourceStore store) {
        try {
            return switch (String.valueOf(basedOn.getReferenceElement().getResourceType())) {
                case "ServiceRequest" -> Optional.of(
                        store.readVisible(ServiceRequest.class, basedOn.getReferenceElement()));
                case "CarePlan" -> Optional.<Resource>of(
                                store.readVisible(CarePlan.class, basedOn.getReferenceElement()))
                        .filter(plan -> CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE));
                default -> Optional.empty();
            };
        } catch (ResourceNotFoundException hidden) {
            return Optional.empty();
        }
    }

    private Stream<Reference> parties(ResourceStore store) {
        return resource instanceof ServiceRequest request
                ? Parties.of(request).flatMap(party -> UnitOf.actor(party, Records.of(store)).stream())
                : CarePlans.parties((CarePlan) resource);
    }

    private Reference subject() {
        return resource instanceof ServiceRequest request ? request.getSubject() : ((CarePlan) resource).getSubject();
    }

    Reference reference() {
        return new Reference(resource.getIdElement().toUnqualifiedVersionless());
    }

    /** When the suspicion became well-founded, from which the lead times of a cancer pathway count (TRK-2). */
    Optional<Instant> suspicion() {
        return resource instanceof ServiceRequest request
                ? Suspicion.day(request).map(SwedishTime::first)
                : Optional.empty();
    }
}
