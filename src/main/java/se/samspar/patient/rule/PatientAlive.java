package se.samspar.patient.rule;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.patient.Deaths;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Nobody is called to anything after death; what began before goes on to its end. */
@RuleInfo(
        code = "patient-alive",
        severity = Severity.BLOCK,
        requirement = "OVP-15",
        remedy = "Check that it is the right patient; if the person is alive, have the population register data"
                + " corrected and send again.")
final class PatientAlive implements Rule<Resource> {

    private static final Set<ServiceRequestStatus> NOT_SENT =
            EnumSet.of(ServiceRequestStatus.DRAFT, ServiceRequestStatus.ENTEREDINERROR);

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        return begun(resource, context)
                .flatMap(subject -> context.resolve(subject, Patient.class))
                .filter(patient -> Deaths.isDeceased(patient) || hasDiedMeanwhile(patient, context))
                .map(patient -> Finding.at(resource.fhirType() + ".subject", "The person is registered as deceased."))
                .stream();
    }

    /** Whoever records a death waits until this is committed, or this until the death is. */
    private static boolean hasDiedMeanwhile(Patient patient, RuleContext context) {
        String id = patient.getIdElement().getIdPart();
        context.serialize(Deaths.key(id));
        return !context.search(Patient.class, "deceased=true&_id=" + id).isEmpty();
    }

    /** Whom something begins for by this write. */
    private static Optional<Reference> begun(Resource resource, RuleContext context) {
        if (resource instanceof CarePlan plan) {
            return Optional.of(plan.getSubject())
                    .filter(subject -> !CarePlans.is(plan, CarePlanType.SHARED_PLANNING)
                            && !CarePlans.is(plan, CarePlanType.COORDINATED_PLAN)) // which are parts of a case
                    .filter(subject -> context.previous(plan).isEmpty());
        }
        return resource instanceof ServiceRequest request && !NOT_SENT.contains(request.getStatus())
                ? Optional.of(request.getSubject()).filter(subject -> context.previous(request)
                        .filter(before -> !NOT_SENT.contains(before.getStatus()))
                        .filter(before -> before.getSubject().equalsDeep(subject))
                        .isEmpty())
                : Optional.empty();
    }
}
