package se.samspar.registration.half;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.generated.TriageDecision;

/** The two units of a request, and whether the receiver has taken it on. */
public final class RequestUnits {

    /** States of the receiver's work item from acceptance on (contract section 5). */
    private static final Set<TaskStatus> TAKEN_ON =
            EnumSet.of(TaskStatus.ACCEPTED, TaskStatus.INPROGRESS, TaskStatus.COMPLETED);

    private RequestUnits() {}

    /** Literal references of the requesting and the receiving unit. */
    public static Set<String> of(ServiceRequest request, Records records) {
        return units(Stream.concat(Stream.of(request.getRequester()), request.getPerformer().stream()), records);
    }

    /** Literal reference of the requesting unit, where the visit takes place; empty when it is not known. */
    public static Set<String> requesting(ServiceRequest request, Records records) {
        return units(Stream.of(request.getRequester()), records);
    }

    /** Literal references of the receiving unit, whose contact it becomes; empty when it is not known. */
    public static Set<String> receiving(ServiceRequest request, Records records) {
        return units(request.getPerformer().stream(), records);
    }

    private static Set<String> units(Stream<Reference> references, Records records) {
        return references
                .map(reference -> unit(reference, records))
                .filter(unit -> unit.startsWith("Organization/"))
                .collect(Collectors.toSet());
    }

    private static String unit(Reference unitOrRole, Records records) {
        String literal = Halves.literal(unitOrRole);
        return literal.startsWith("PractitionerRole/")
                ? records.find(unitOrRole, PractitionerRole.class)
                        .map(role -> Halves.literal(role.getOrganization()))
                        .orElse("")
                : literal;
    }

    /** Has the present receiver accepted the request? */
    public static boolean isAccepted(ServiceRequest request, Records records) {
        Set<String> receivers =
                request.getPerformer().stream().map(Halves::literal).collect(Collectors.toSet());
        return records
                .search(
                        Task.class,
                        "focus=ServiceRequest/" + request.getIdElement().getIdPart())
                .stream()
                .filter(task -> !task.hasPartOf() && !TriageDecision.FORWARD.isIn(task.getBusinessStatus()))
                .anyMatch(task ->
                        TAKEN_ON.contains(task.getStatus()) && receivers.contains(Halves.literal(task.getOwner())));
    }
}
