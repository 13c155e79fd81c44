package se.samspar.track.state;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.Code;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.fhir.generated.TriageDecision;

/**
 * Where the receiver's work item stands.
 *
 * @param status the FHIR status
 * @param businessStatus the national state: the latest decision, or that information is awaited
 */
public record TaskState(TaskStatus status, Optional<Code> businessStatus) {

    /** Every request begins here. */
    public static final TaskState SUBMITTED = new TaskState(TaskStatus.REQUESTED, Optional.empty());

    public static TaskState of(Task task) {
        return new TaskState(
                task.getStatus(),
                task.getBusinessStatus().getCoding().stream()
                        .flatMap(coding -> code(coding).stream())
                        .findFirst());
    }

    private static Optional<Code> code(Coding coding) {
        return Optional.<Code>empty()
                .or(() -> TriageDecision.of(coding.getCode()))
                .or(() -> TaskBusinessStatus.of(coding.getCode()))
                .filter(code -> code.matches(coding));
    }

    public boolean isAwaitingInformation() {
        return businessStatus
                .filter(TaskBusinessStatus.AWAITING_INFORMATION::equals)
                .isPresent();
    }

    /** Writes the state into a work item. */
    void writeTo(Task task) {
        task.setStatus(status);
        task.setBusinessStatus(businessStatus.map(Code::toConcept).orElse(null));
    }

    /** For texts. */
    public String describe() {
        return (status == null ? "without status" : status.toCode())
                + (isAwaitingInformation() ? " and awaiting information" : "");
    }
}
