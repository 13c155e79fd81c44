package se.samspar.track;

import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;
import se.samspar.track.state.TaskEvent;

/** Who at the receiving unit has a work item; the unit owns it all the time (TRK-9). */
@Component
class AssignService {

    private final Steps steps;
    private final Directory directory;
    private final ResourceStore store;

    AssignService(Steps steps, Directory directory, ResourceStore store) {
        this.steps = steps;
        this.directory = directory;
        this.store = store;
    }

    /** The employee of the token takes the work item; that nobody has it already is the rule {@code claimed-once}. */
    Task claim(ServiceRequest request, List<Justification> justifications) {
        return assign(request, TaskEvent.CLAIM, justifications, this::caller);
    }

    /** Gives the work item to another of the unit. */
    Task reassign(ServiceRequest request, Reference to, List<Justification> justifications) {
        return assign(request, TaskEvent.REASSIGN, justifications, task -> roleAt(task.getOwner(), to));
    }

    private Task assign(
            ServiceRequest request,
            TaskEvent event,
            List<Justification> justifications,
            Function<Task, Reference> whom) {
        Step step = steps.begin(request, event, justifications);
        Task task = step.task();
        assign(task, whom.apply(task));
        steps.finish(step);
        return task;
    }

    static void assign(Task task, Reference person) {
        task.getExtension().removeIf(extension -> Extensions.ASSIGNED_TO.equals(extension.getUrl()));
        task.addExtension(new Extension(Extensions.ASSIGNED_TO, person));
    }

    /** The caller's role at the unit, or the HSA-id alone of one whom the directory does not have. */
    private Reference caller(Task task) {
        String employee = store.actor().employeeHsaId().orElseThrow();
        return directory
                .roleOf(employee, task.getOwner())
                .map(InboxTasks::reference)
                .orElseGet(() -> new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(IdentifierSystems.HSA_ID)
                                .setValue(employee)));
    }

    private Reference roleAt(Reference unit, Reference to) {
        return directory
                .roleAt(unit, to)
                .map(InboxTasks::reference)
                .orElseThrow(() -> ParameterRefused.unknown(
                        "to",
                        "Parameter to names no role at your unit, or someone who has several there.",
                        "Name a PractitionerRole at your unit, by itself or by an HSA-id that has one there."));
    }
}
