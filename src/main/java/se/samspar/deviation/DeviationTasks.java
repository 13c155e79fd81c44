package se.samspar.deviation;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.directory.Deadlines;
import se.samspar.fhir.generated.WorkItemKind;
import se.samspar.store.ResourceStore;

/** The work item by which the unit concerned has a deviation in its inbox until it has answered. */
@Component
class DeviationTasks {

    private final ResourceStore store;
    private final Deadlines deadlines;
    private final DeviationProperties properties;
    private final Clock clock;

    DeviationTasks(ResourceStore store, Deadlines deadlines, DeviationProperties properties, Clock clock) {
        this.store = store;
        this.deadlines = deadlines;
        this.properties = properties;
        this.clock = clock;
    }

    List<Task> of(AdverseEvent deviation) {
        return store.search(Task.class, "focus=" + Deviations.id(deviation));
    }

    Task open(AdverseEvent deviation) {
        Instant now = clock.instant();
        Task task = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        task.setPriority(TaskPriority.ROUTINE);
        task.setCode(WorkItemKind.DEVIATION.toConcept());
        task.setFocus(new Reference(Deviations.id(deviation)));
        task.setFor(deviation.getSubject().copy());
        task.setRequester(Deviations.reportingUnit(deviation).copy());
        task.setOwner(Deviations.concernedUnit(deviation).copy());
        task.setAuthoredOn(Date.from(now)).setLastModified(Date.from(now));
        task.getRestriction().getPeriod().setEnd(Date.from(deadlines.afterWorkingDays(properties.answerWithin(), now)));
        return store.create(task);
    }

    /** The work items of a deviation that has been answered. */
    List<Task> complete(AdverseEvent deviation) {
        return of(deviation).stream()
                .map(task ->
                        store.update(task.setStatus(TaskStatus.COMPLETED).setLastModified(Date.from(clock.instant()))))
                .toList();
    }
}
