package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.store.Records;

/** Tells the work items of a message apart: one for each receiver, and those by which a receiver asks for more. */
public final class Receipts {

    private Receipts() {}

    /** All of a message. */
    public static Stream<Task> of(Communication message, Records records) {
        return records.search(Task.class, "focus=" + Messages.id(message)).stream();
    }

    /** Has the receiver opened the message? Whatever has become of the receipt since. */
    public static boolean isOpened(Task receipt) {
        return receipt.getExecutionPeriod().hasStart();
    }

    /** Does the sender ask for more than an acknowledgement? */
    public static boolean asksForAnswer(Task receipt) {
        return MessagePurpose.COORDINATION_REQUEST.isIn(receipt.getReasonCode())
                || MessagePurpose.RENEWAL.isIn(receipt.getReasonCode());
    }

    /** Has the receiver asked for more, and not got it yet? */
    public static boolean isAwaitingInformation(Task receipt) {
        return TaskBusinessStatus.AWAITING_INFORMATION.isIn(receipt.getBusinessStatus());
    }

    /** Is it the work item by which a receiver asks the sender for more? */
    public static boolean asksForMore(Task task) {
        return TriageDecision.REQUEST_SUPPLEMENT.isIn(task.getReasonCode());
    }

    /** Is it neither acknowledged nor, where an answer is asked for, answered? */
    public static boolean isOpen(Task receipt) {
        return receipt.getStatus() == TaskStatus.REQUESTED || receipt.getStatus() == TaskStatus.RECEIVED;
    }
}
