package se.samspar.pathway.monitoring;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Comparator;
import java.util.List;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** A unit has seen a value outside the limits. */
@Component
class MonitoredValueService {

    private final ResourceStore store;
    private final ValueTasks tasks;

    MonitoredValueService(ResourceStore store, ValueTasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** The work item; a value has a further one where it was corrected after the unit had acknowledged it. */
    Task acknowledge(Observation value, List<Justification> justifications) {
        Task own = tasks.of(value).stream()
                .filter(task -> store.actor().actsFor(task.getOwner()))
                .max(Comparator.comparing(MonitoredValues::isOpen).thenComparing(Task::getAuthoredOn))
                .orElseThrow(
                        () -> new ForbiddenOperationException(
                                "A value is acknowledged by the unit that has it in its inbox, where it was outside the limits."));
        justifications.forEach(justification -> justification.attachTo(value));
        store.update(value); // every operation moves the version
        return tasks.complete(own);
    }
}
