package se.samspar.fhir;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskOutputComponent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.TriageDecision;

/** Tells the work items of a request apart. */
public final class WorkItems {

    private static final Set<TaskStatus> ACCEPTED = EnumSet.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS);

    private static final Set<TaskStatus> TAKEN_ON =
            EnumSet.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS, TaskStatus.COMPLETED);

    private WorkItems() {}

    /** Has the receiver accepted the request and not answered it finally? */
    public static boolean isAccepted(Task task) {
        return ACCEPTED.contains(task.getStatus());
    }

    /** Has the receiver accepted the request, whether or not it has answered it since? */
    public static boolean isTakenOn(Task task) {
        return TAKEN_ON.contains(task.getStatus());
    }

    /** Is it about a request, rather than a message? */
    public static boolean isOfRequest(Task task) {
        return "ServiceRequest".equals(task.getFocus().getReferenceElement().getResourceType());
    }

    /** Finds all work items of the request. */
    public static String query(ServiceRequest request) {
        return "focus=ServiceRequest/" + request.getIdElement().getIdPart();
    }

    /** The receiver's work item among those of a request; not one of earlier, when the request has come back to a unit. */
    public static Optional<Task> receivers(ServiceRequest request, List<Task> workItems) {
        String receiver = request.getPerformerFirstRep().getReferenceElement().getIdPart();
        return workItems.stream()
                .filter(task -> !asksForSupplement(task))
                .filter(task -> !TriageDecision.FORWARD.isIn(task.getBusinessStatus()))
                .filter(task -> task.getOwner().getReferenceElement().getIdPart() != null)
                .filter(task ->
                        task.getOwner().getReferenceElement().getIdPart().equals(receiver))
                .max(Comparator.comparing(Task::getAuthoredOn));
    }

    /** Is it the work item by which the receiver asks the requester for more? */
    public static boolean asksForSupplement(Task task) {
        return TriageDecision.REQUEST_SUPPLEMENT.isIn(task.getReasonCode());
    }

    /** Have notes been added, and nothing else changed? What either unit has noted stays as it was noted. */
    public static boolean isSameButNotes(Task before, Task after) {
        int noted = before.getNote().size();
        return withoutNotes(before).equalsDeep(withoutNotes(after))
                && after.getNote().size() >= noted
                && Base.compareDeep(before.getNote(), after.getNote().subList(0, noted), true);
    }

    private static Task withoutNotes(Task task) {
        Task rest = Same.content(task);
        rest.setNote(null);
        return rest;
    }

    /** Why nobody else at the unit claims it; empty when it is with nobody. */
    public static Optional<String> assigned(Task task) {
        return task.hasExtension(Extensions.ASSIGNED_TO)
                ? Optional.of("Somebody at the unit has the request already: assigned-to says who.")
                : Optional.empty();
    }

    /** Does its request go on as another, into which it was converted or which follows from the answer? */
    public static boolean goesOn(Task task) {
        return task.getOutput().stream()
                .map(TaskOutputComponent::getValue)
                .filter(Reference.class::isInstance)
                .anyMatch(output -> "ServiceRequest"
                        .equals(((Reference) output).getReferenceElement().getResourceType()));
    }
}
