package se.samspar.outpatient.record;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Course;

/**
 * The receipt of a message is acknowledged and answered by the operations that say so. What else ends it is that the
 * message is taken back or added to, or that the case ends.
 */
@Component
class CourseOfReceipts implements Course<Task> {

    private static final Set<String> ANSWERS = Set.of("acknowledge", "respond");

    @Override
    public Stream<Finding> left(Task receipt, RuleContext context) {
        Optional<Communication> message =
                context.resolve(receipt.getFocus(), Communication.class).filter(Messages::isMessage);
        Optional<Task> previous = context.previous(receipt);
        if (message.isEmpty() || previous.isEmpty()) {
            return Stream.empty();
        }
        Task before = previous.get();
        if (context.isWrittenByClient(receipt)) {
            return WorkItems.isSameButNotes(before, receipt)
                    ? Stream.empty()
                    : Stream.of(Finding.at(
                            "Task", "By plain REST only notes are added to a work item; operations move it."));
        }
        return context.operation().filter(ANSWERS::contains).isPresent() && !isStep(before, receipt)
                ? Stream.of(Finding.at(
                        "Task.status",
                        "It is not possible while the work item is %s."
                                .formatted(before.getStatus().toCode())))
                : Stream.empty();
    }

    private static boolean isStep(Task before, Task after) {
        return Stream.of(ReceiptEvent.values()).anyMatch(event -> isStep(event, before, after));
    }

    private static boolean isStep(ReceiptEvent event, Task before, Task after) {
        if (event.obstacle(before).isPresent()) {
            return false;
        }
        Task moved = before.copy();
        event.move(moved);
        return moved.getStatus() == after.getStatus();
    }
}
