package se.samspar.track;

import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.track.state.RequestContent;
import se.samspar.track.state.TaskEvent;
import se.samspar.track.state.TaskState;

/**
 * A request written by plain REST leads to the same as one written by an operation: a new one comes into its receiver's
 * inbox, a changed one goes back there as supplemented.
 */
@Component
class RequestFollowUp implements Consequence<ServiceRequest> {

    private final InboxTasks tasks;
    private final SupplementService supplements;

    RequestFollowUp(InboxTasks tasks, SupplementService supplements) {
        this.tasks = tasks;
        this.supplements = supplements;
    }

    @Override
    public void follow(ServiceRequest request, RuleContext context) {
        Optional<ServiceRequest> previous = context.previous(request);
        if (previous.isEmpty()) {
            boolean byOperation = context.operation().isPresent(); // which answers the work item and so has made it
            if (!byOperation && tasks.of(request).isEmpty()) {
                tasks.open(request);
            }
        } else if (context.isWrittenByClient(request) && RequestContent.differs(previous.get(), request)) {
            tasks.of(request)
                    .filter(task -> context.previous(task).isEmpty()) // once in a transaction
                    .filter(task -> TaskEvent.SUPPLEMENT.isAllowedIn(TaskState.of(task)))
                    .map(task -> withPriority(task, previous.get(), request))
                    .ifPresent(task -> supplements.supplemented(request, task));
        }
    }

    /** The receiver's own priority stands until the requester asks for another. */
    private Task withPriority(Task task, ServiceRequest before, ServiceRequest after) {
        TaskPriority asked = InboxTasks.priority(after);
        if (asked != InboxTasks.priority(before)) {
            tasks.setPriority(task, after, asked);
        }
        return task;
    }
}
