package se.samspar.outpatient.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.Same;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** What was sent was read by others: by plain REST nobody rewrites it afterwards. */
@RuleInfo(
        code = "message-stands",
        severity = Severity.BLOCK,
        requirement = "OVP-12",
        remedy = "Add to the message with Communication/$supplement, or take it back with Communication/$withdraw.")
final class MessageStands implements Rule<Resource> {

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        if (!context.isWrittenByClient(resource)) {
            return Stream.empty();
        } else if (resource instanceof Communication message) {
            return context
                    .previous(message)
                    .filter(before -> Messages.isMessage(message) || Messages.isMessage(before))
                    .filter(before -> !Same.content(before).equalsDeep(Same.content(message)))
                    .map(before -> Finding.at("Communication", "A message stays as it was sent."))
                    .stream();
        }
        return resource instanceof DocumentReference document
                ? document.getContext().getRelated().stream()
                        .flatMap(related -> context.resolve(related, Communication.class).stream())
                        .filter(Messages::isMessage)
                        .map(message -> Finding.at(
                                "DocumentReference.context.related",
                                "Files go with a message as it is sent or added to."))
                : Stream.empty();
    }
}
