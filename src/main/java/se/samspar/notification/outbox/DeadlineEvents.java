package se.samspar.notification.outbox;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.outbox.Outbox.Event;
import se.samspar.store.ResourceStore;
import se.samspar.track.DeadlinePassed;

/** A deadline passes: told to both units of the work item, in the transaction that notes it. */
@Component
class DeadlineEvents {

    private final Outbox outbox;
    private final ResourceStore store;
    private final Clock clock;

    DeadlineEvents(Outbox outbox, ResourceStore store, Clock clock) {
        this.outbox = outbox;
        this.store = store;
        this.clock = clock;
    }

    @EventListener
    void on(DeadlinePassed passed) {
        store.find(new Reference("Task/" + passed.taskId()), Task.class).ifPresent(this::tell);
    }

    private void tell(Task task) {
        add(SubscriptionTopic.DEADLINE_PASSED, task, TaskEvents.track(task));
        if (TaskEvents.isReceipt(task) && task.getStatus() == TaskStatus.REQUESTED) {
            add(
                    SubscriptionTopic.ACKNOWLEDGEMENT_OVERDUE,
                    task,
                    store.find(task.getFocus(), Communication.class).flatMap(TaskEvents::caseOf));
        }
    }

    private void add(SubscriptionTopic topic, Task task, Optional<String> filter) {
        Set<String> units = Outbox.units(Stream.of(task.getOwner(), task.getRequester()));
        Optional<String> context = Optional.of(ResourcePath.of(task.getFocus()));
        outbox.add(new Event(topic, ResourcePath.of(task), context, units, filter, clock.instant()));
    }
}
