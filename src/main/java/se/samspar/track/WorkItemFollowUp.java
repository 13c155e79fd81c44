package se.samspar.track;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.track.state.TaskState;

/**
 * Keeps the deadlines of open work items, and what happened to those of requests, in the transaction of the change. Nobody
 * waits any more for the receiver of a message who has accepted it.
 */
@Component
class WorkItemFollowUp implements Consequence<Task> {

    private static final Set<TaskStatus> UNTOUCHED = EnumSet.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED);

    private final DeadlineTable deadlines;
    private final RequestEvents events;

    WorkItemFollowUp(DeadlineTable deadlines, RequestEvents events) {
        this.deadlines = deadlines;
        this.events = events;
    }

    @Override
    public void follow(Task task, RuleContext context) {
        String id = task.getIdElement().getIdPart();
        if (isWaitedFor(task) && task.getRestriction().getPeriod().hasEnd()) {
            deadlines.set(
                    id,
                    task.getFocus().getReferenceElement().getIdPart(),
                    task.getRestriction()
                            .getPeriod()
                            .getEnd()
                            .toInstant()
                            .truncatedTo(ChronoUnit.SECONDS)); // as it is stored
        } else {
            deadlines.remove(id);
        }
        Optional<TaskState> before = context.previous(task).map(TaskState::of);
        if (WorkItems.isOfRequest(task)
                && !WorkItems.asksForSupplement(task)
                && before.filter(TaskState.of(task)::equals).isEmpty()) {
            events.add(task, context.now());
        }
    }

    private static boolean isWaitedFor(Task task) {
        return UNTOUCHED.contains(task.getStatus()) || WorkItems.isOfRequest(task) && WorkItems.isAccepted(task);
    }
}
