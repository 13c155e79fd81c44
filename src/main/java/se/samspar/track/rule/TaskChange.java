package se.samspar.track.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.track.state.TaskEvent;
import se.samspar.track.state.TaskState;

/** What a work item may turn into. */
final class TaskChange {

    /** What happens when a requester writes a new version of its request by plain REST. */
    private static final String WITHOUT_OPERATION = TaskEvent.SUPPLEMENT.operation();

    private TaskChange() {}

    static Stream<Finding> checkNew(Task task) {
        return TaskState.of(task).equals(TaskState.SUBMITTED)
                ? Stream.empty()
                : Stream.of(Finding.at("Task.status", "A work item begins as requested."));
    }

    static Stream<Finding> check(Task before, Task after, RuleContext context) {
        if (context.isWrittenByClient(after)) {
            return WorkItems.isSameButNotes(before, after)
                    ? Stream.empty()
                    : Stream.of(Finding.at(
                            "Task", "By plain REST only notes are added to a work item; operations move it."));
        }
        if (!before.getOwner().equalsDeep(after.getOwner())) {
            return Stream.of(Finding.at("Task.owner", "This step does not change who has the work item."));
        }
        return WorkItems.asksForSupplement(after)
                ? checkSupplement(before, after)
                : checkReceivers(TaskState.of(before), TaskState.of(after), context.operation());
    }

    private static Stream<Finding> checkReceivers(TaskState before, TaskState after, Optional<String> operation) {
        String name = operation.orElse(WITHOUT_OPERATION);
        boolean isStep = operation
                .filter(step -> Stream.of(TaskEvent.values())
                        .anyMatch(event -> event.operation().equals(step)))
                .isPresent();
        boolean allowed = Stream.of(TaskEvent.values())
                .filter(event -> event.operation().equals(name))
                .flatMap(event -> event.next(before).stream())
                .anyMatch(after::equals);
        return allowed || !isStep && before.equals(after)
                ? Stream.empty()
                : Stream.of(Finding.at(
                        "Task.status",
                        "$%s is not possible this way while the work item is %s.".formatted(name, before.describe())));
    }

    private static Stream<Finding> checkSupplement(Task before, Task after) {
        boolean allowed = before.getStatus() == after.getStatus()
                || before.getStatus() == TaskStatus.REQUESTED
                        && (after.getStatus() == TaskStatus.COMPLETED || after.getStatus() == TaskStatus.CANCELLED);
        return allowed
                ? Stream.empty()
                : Stream.of(Finding.at("Task.status", "The supplement is no longer asked for."));
    }
}
