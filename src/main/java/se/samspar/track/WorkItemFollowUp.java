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

/** Keeps the deadlines of open work items and what happened to their requests, in the transaction of the change. */
@Component
class WorkItemFollowUp implements Consequence<Task> {

    private static final Set<TaskStatus> OPEN =
            EnumSet.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.INPROGRESS);

    private final DeadlineTable deadlines;
    private final RequestEvents events;

    WorkItemFollowUp(DeadlineTable deadlines, RequestEvents events) {
        this.deadlines = deadlines;
        this.events = events;
    }

    @Override
    public void follow(Task task, RuleContext context) {
        String id = task.getIdElement().getIdPart();
        if (OPEN.contains(task.getStatus()) && task.getRestriction().getPeriod().hasEnd()) {
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
        if (!WorkItems.asksForSupplement(task)
                && before.filter(TaskState.of(task)::equals).isEmpty()) {
            events.add(task, context.now());
        }
    }
}
