package se.samspar.pathway.monitoring;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.directory.Deadlines;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.SearchValues;
import se.samspar.fhir.generated.WorkItemKind;
import se.samspar.store.ResourceStore;

/** The work items by which a unit has a value outside the limits in its inbox until it has acknowledged it. */
@Component
class ValueTasks {

    private final ResourceStore store;
    private final Deadlines deadlines;
    private final MonitoringProperties properties;
    private final Clock clock;

    ValueTasks(ResourceStore store, Deadlines deadlines, MonitoringProperties properties, Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.properties = properties;
        this.clock = clock;
    }

    List<Task> of(Observation value) {
        return store.search(Task.class, MonitoredValues.query(value));
    }

    /** All that nobody has acknowledged of a patient. */
    List<Task> waiting(Reference patient) {
        return store.search(
                Task.class,
                "patient=%s&status=requested&code=%s"
                        .formatted(
                                ResourcePath.of(patient),
                                SearchValues.token(WorkItemKind.SYSTEM, WorkItemKind.VALUE_OUTSIDE_LIMITS.code())));
    }

    boolean hasOpen(Observation value, Reference unit) {
        return of(value).stream().filter(MonitoredValues::isOpen).anyMatch(task -> ResourcePath.of(task.getOwner())
                .equals(ResourcePath.of(unit)));
    }

    void open(Observation value, Reference responsible) {
        Instant now = clock.instant();
        Task task = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        task.setPriority(TaskPriority.URGENT);
        task.setCode(WorkItemKind.VALUE_OUTSIDE_LIMITS.toConcept());
        task.setFocus(new Reference(ResourcePath.of(value)));
        task.setFor(value.getSubject().copy());
        task.setRequester(store.actor().organization().orElseGet(responsible::copy));
        task.setOwner(responsible.copy());
        task.setAuthoredOn(Date.from(now)).setLastModified(Date.from(now));
        task.getRestriction()
                .getPeriod()
                .setEnd(Date.from(deadlines.afterWorkingDays(properties.acknowledgeWithin(), now)));
        store.create(task);
    }

    /** Nobody has to deal with the value any more. */
    void cancel(Observation value, String why) {
        cancel(value, owner -> true, why);
    }

    /** These units do not have to deal with the value any more; whoever has done so already keeps that it has. */
    void cancel(Observation value, Predicate<Reference> units, String why) {
        of(value).stream()
                .filter(MonitoredValues::isOpen)
                .filter(task -> units.test(task.getOwner()))
                .forEach(task -> {
                    task.getStatusReason().setText(why);
                    move(task, TaskStatus.CANCELLED);
                });
    }

    /** Puts the responsible unit in the place of units that have left, in what is open. */
    void handOver(Observation value, Predicate<Reference> hasLeft, Reference responsible) {
        of(value).stream().filter(MonitoredValues::isOpen).forEach(task -> {
            boolean sent = hasLeft.test(task.getRequester());
            boolean owned = hasLeft.test(task.getOwner());
            if (sent || owned) {
                task.setRequester((sent ? responsible : task.getRequester()).copy());
                task.setOwner((owned ? responsible : task.getOwner()).copy());
                move(task, task.getStatus());
            }
        });
    }

    Task complete(Task task) {
        return move(task, TaskStatus.COMPLETED);
    }

    private Task move(Task task, TaskStatus status) {
        return store.update(task.setStatus(status).setLastModified(Date.from(clock.instant())));
    }
}
