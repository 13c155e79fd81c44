package se.samspar.outpatient.record;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.generated.TaskBusinessStatus;

/** What happens to the receipt of a message: the operation it belongs to, from which states, and to which. */
public enum ReceiptEvent {
    /** The receiver has read it. */
    ACKNOWLEDGE("acknowledge", false, EnumSet.of(TaskStatus.REQUESTED), null),
    /** The receiver takes part. */
    ACCEPT("accept", true, EnumSet.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED), TaskStatus.ACCEPTED),
    /** The receiver does not. */
    DECLINE("decline", true, EnumSet.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED), TaskStatus.REJECTED),
    /** The receiver needs to know more first. */
    REQUEST_SUPPLEMENT(
            "request-supplement",
            false,
            EnumSet.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED, TaskStatus.ACCEPTED, TaskStatus.COMPLETED),
            null);

    private final String action;
    private final boolean answers;
    private final Set<TaskStatus> from;
    private final TaskStatus to;

    ReceiptEvent(String action, boolean answers, Set<TaskStatus> from, TaskStatus to) {
        this.action = action;
        this.answers = answers;
        this.from = from;
        this.to = to;
    }

    /** The decisions that answer a message, by their codes. */
    public static Optional<ReceiptEvent> decision(String code) {
        return Stream.of(ACCEPT, DECLINE, REQUEST_SUPPLEMENT)
                .filter(event -> event.action.equals(code))
                .findFirst();
    }

    public String action() {
        return action;
    }

    /** What keeps a receipt from it; empty when it is possible. */
    public Optional<String> obstacle(Task receipt) {
        if (Receipts.asksForMore(receipt)) {
            return Optional.of("This work item is dealt with by Communication/$supplement.");
        }
        if (answers && !Receipts.asksForAnswer(receipt)) {
            return Optional.of("No answer is asked for: it is acknowledged.");
        }
        return from.contains(receipt.getStatus())
                ? Optional.empty()
                : Optional.of("It is not possible while the work item is %s.".formatted(status(receipt)));
    }

    private static String status(Task receipt) {
        return receipt.hasStatus() ? receipt.getStatus().toCode() : "without status";
    }

    /** Moves the receipt. */
    public void move(Task receipt) {
        if (this == ACKNOWLEDGE) {
            receipt.setStatus(Receipts.asksForAnswer(receipt) ? TaskStatus.RECEIVED : TaskStatus.COMPLETED);
        } else if (this == REQUEST_SUPPLEMENT) {
            receipt.setBusinessStatus(TaskBusinessStatus.AWAITING_INFORMATION.toConcept());
        } else {
            receipt.setStatus(to);
        }
    }
}
