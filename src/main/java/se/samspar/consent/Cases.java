package se.samspar.consent;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.RuleContext;
import se.samspar.store.Records;

/** The case that something belongs to, and who takes part in it. */
public final class Cases {

    private Cases() {}

    /** The case itself, or that of a message, a plan, a consent or a meeting; empty for what belongs to none. */
    public static Optional<CarePlan> of(Resource resource, Records records) {
        return CarePlans.is(resource, CarePlanType.OUTPATIENT_CASE)
                ? Optional.of((CarePlan) resource)
                : references(resource)
                        .flatMap(reference -> records.find(reference, CarePlan.class).stream())
                        .filter(plan -> CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE))
                        .findFirst();
    }

    /** References among which that to the case is, where there is one. */
    public static Stream<Reference> references(Resource resource) {
        if (resource instanceof Communication message) {
            return message.getBasedOn().stream();
        } else if (resource instanceof CarePlan plan) {
            return plan.getPartOf().stream();
        } else if (resource instanceof Consent consent) {
            return consent.getProvision().getData().stream().map(data -> data.getReference());
        } else if (resource instanceof Appointment meeting) {
            return meeting.getSupportingInformation().stream();
        }
        return Stream.empty();
    }

    public static boolean isOpen(CarePlan aCase) {
        return aCase.getStatus() == CarePlanStatus.ACTIVE;
    }

    /** Is the unit the initiating one or another party? */
    public static boolean takesPart(Reference unit, CarePlan aCase) {
        return CarePlans.parties(aCase).anyMatch(party -> isSame(party, unit));
    }

    /** Do both references name the same? */
    public static boolean isSame(Reference one, Reference other) {
        return id(one).equals(id(other));
    }

    /** {@code Type/id} without version; empty text when it names nothing. */
    static String id(Reference reference) {
        return reference == null || !reference.hasReference()
                ? ""
                : reference.getReferenceElement().toUnqualifiedVersionless().getValue();
    }

    /**
     * Puts what happens in a case in order: who sends or opens something and who takes a consent back wait for each
     * other until the transaction ends, so that what is decided of a consent is still true when it is committed.
     */
    public static void lock(Resource resource, RuleContext context) {
        Stream<String> ids = CarePlans.is(resource, CarePlanType.OUTPATIENT_CASE)
                ? Stream.of("CarePlan/" + resource.getIdElement().getIdPart())
                : references(resource).map(Cases::id).filter(id -> id.startsWith("CarePlan/"));
        ids.sorted().forEach(id -> context.serialize("case " + id));
    }
}
