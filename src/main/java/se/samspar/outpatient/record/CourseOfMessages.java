package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.springframework.stereotype.Component;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Course;

/**
 * A message that was taken back has come to its end: nothing is added to what nobody reads any more, and why it was taken
 * back stays as it was said then. What a client rewrites in it is the matter of the rule {@code message-stands}.
 */
@Component
class CourseOfMessages implements Course<Communication> {

    @Override
    public Stream<Finding> left(Communication message, RuleContext context) {
        return context
                .previous(message)
                .filter(Messages::isMessage)
                .filter(before -> before.getStatus() == CommunicationStatus.ENTEREDINERROR)
                .filter(before -> !context.isWrittenByClient(message))
                .map(before -> Finding.at("Communication.status", "The message has been taken back."))
                .stream();
    }
}
