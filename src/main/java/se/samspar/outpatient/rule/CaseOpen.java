package se.samspar.outpatient.rule;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.consent.Cases;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.Same;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.MessageType;
import se.samspar.outpatient.record.CloseReasons;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * A case that was closed when the transaction began stays as it is: nothing is sent, planned or booked in it, and nobody
 * is let in. Messages are still taken back and read; about a deceased person administrative ones are sent (OVP-15). A
 * coordinated plan is what goes on after the case, so its parties still change it.
 */
@RuleInfo(
        code = "case-open",
        severity = Severity.BLOCK,
        requirement = "OVP-11,OVP-17",
        remedy = "Open a new case with CarePlan/$open-case.")
final class CaseOpen implements Rule<Resource> {

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        if (CarePlans.is(resource, CarePlanType.OUTPATIENT_CASE)) {
            return ofCase((CarePlan) resource, context);
        }
        return adds(resource, context)
                ? Cases.of(resource, Records.of(context))
                        .map(aCase -> context.previous(aCase).orElse(aCase))
                        .filter(aCase -> !Cases.isOpen(aCase))
                        .filter(aCase -> !isAboutDeceased(resource, aCase))
                        .map(closed -> Finding.at(resource.fhirType(), "The case has been closed."))
                        .stream()
                : Stream.empty();
    }

    private static Stream<Finding> ofCase(CarePlan aCase, RuleContext context) {
        return context
                .previous(aCase)
                .filter(before -> !Cases.isOpen(before))
                .filter(before -> Cases.isOpen(aCase) || !Same.content(before).equalsDeep(Same.content(aCase)))
                .map(closed -> Finding.at("CarePlan.status", "The case has been closed, and stays as it was then."))
                .stream();
    }

    private static boolean adds(Resource resource, RuleContext context) {
        if (resource instanceof Communication message) {
            int before = context.previous(message)
                    .map(Communication::getPayload)
                    .map(List::size)
                    .orElse(0);
            return Messages.isMessage(message) && message.getPayload().size() > before;
        } else if (resource instanceof Appointment meeting) {
            return !Appointments.isGivenUp(meeting)
                    && context.previous(meeting)
                            .filter(before -> Appointments.areAtSameTime(before, meeting))
                            .isEmpty();
        }
        if (resource instanceof CarePlan plan
                && context.previous(plan)
                        .filter(before -> CarePlans.isMovedOnly(before, plan))
                        .isPresent()) {
            return false; // such as one that a death ends
        }
        boolean goesOn = CarePlans.is(resource, CarePlanType.COORDINATED_PLAN)
                && context.previous(resource).isPresent();
        return resource instanceof CarePlan && !goesOn
                || resource instanceof Consent consent
                        && context.previous(consent).isEmpty();
    }

    private static boolean isAboutDeceased(Resource resource, CarePlan aCase) {
        return resource instanceof Communication message
                && Messages.type(message)
                        .filter(MessageType.ADMINISTRATIVT::equals)
                        .isPresent()
                && CloseReasons.of(aCase).filter(CloseReason.DECEASED::equals).isPresent();
    }
}
