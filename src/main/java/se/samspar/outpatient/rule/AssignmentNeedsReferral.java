package se.samspar.outpatient.rule;

import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.generated.MessagePart;
import se.samspar.fhir.generated.MessageType;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** What another unit is to carry out, such as giving medicines, goes as a referral, so that somebody takes it on. */
@RuleInfo(
        code = "assignment-needs-referral",
        severity = Severity.JUSTIFY,
        requirement = "OVP-16",
        remedy = "Send the assignment as a request on a track, or justify why the message is enough.")
final class AssignmentNeedsReferral implements Rule<Communication> {

    private static final Set<String> ORDERS = Set.of("ServiceRequest", "MedicationRequest", "NutritionOrder");

    @Override
    public Stream<Finding> check(Communication message, RuleContext context) {
        boolean assigns = Messages.type(message).filter(MessageType.MVO::equals).isPresent()
                && (message.getPayload().stream().anyMatch(AssignmentNeedsReferral::assigns)
                        || message.getAbout().stream().anyMatch(AssignmentNeedsReferral::isOrder)
                        || message.getContained().stream().anyMatch(inside -> ORDERS.contains(inside.fhirType())));
        return assigns && isNews(message, context)
                ? Stream.of(Finding.at("Communication.payload", "The message carries an assignment."))
                : Stream.empty();
    }

    private static boolean isNews(Communication message, RuleContext context) {
        return context.previous(message)
                .filter(before ->
                        before.getPayload().size() == message.getPayload().size())
                .isEmpty();
    }

    private static boolean assigns(CommunicationPayloadComponent part) {
        return Messages.heading(part).filter(MessagePart.ASSIGNMENT::equals).isPresent()
                || part.getContent() instanceof Reference reference && isOrder(reference);
    }

    private static boolean isOrder(Reference reference) {
        return ORDERS.contains(String.valueOf(reference.getReferenceElement().getResourceType()));
    }
}
