package se.samspar.outpatient.message;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.directory.Deadlines;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.outpatient.OutpatientProperties;
import se.samspar.outpatient.record.Messages;
import se.samspar.outpatient.record.Receipts;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/**
 * The work items of messages: one in the inbox of each receiver, from delivery to acknowledgement and answer, and one in
 * the sender's where a receiver asks for more. Deadlines (OVP-1, OVP-2) are ends of working days, in Swedish time.
 */
@Component
class ReceiptKeeper {

    private final ResourceStore store;
    private final Directory directory;
    private final Deadlines deadlines;
    private final OutpatientProperties properties;
    private final Clock clock;

    ReceiptKeeper(
            ResourceStore store,
            Directory directory,
            Deadlines deadlines,
            OutpatientProperties properties,
            Clock clock) {
        this.store = store;
        this.directory = directory;
        this.deadlines = deadlines;
        this.properties = properties;
        this.clock = clock;
    }

    /** All of a message. */
    List<Task> of(Communication message) {
        return Receipts.of(message, Records.of(store)).toList();
    }

    /** Puts a message into the inbox of each of its receivers. */
    List<Task> open(Communication message) {
        return message.getRecipient().stream()
                .map(receiver ->
                        store.create(receipt(message, message.getSender(), receiver, Messages.purpose(message))))
                .toList();
    }

    /** Something was added to a message: nobody waits for its sender any more, and it is news to whoever had dealt with it. */
    List<Task> supplemented(Communication message, Reference author) {
        List<Task> all = of(message);
        if (Cases.isSame(author, message.getSender())) {
            all.stream().filter(Receipts::isAwaitingInformation).forEach(receipt -> {
                receipt.setBusinessStatus(delivery(receipt.getOwner())).setStatusReason(null);
                store.update(touch(receipt));
            });
        }
        return Stream.concat(Stream.of(message.getSender()), message.getRecipient().stream())
                .filter(unit -> !Cases.isSame(unit, author))
                .filter(unit ->
                        all.stream().noneMatch(task -> Receipts.isOpen(task) && Cases.isSame(task.getOwner(), unit)))
                .map(unit -> store.create(receipt(message, author, unit, Optional.of(MessagePurpose.SUPPLEMENT))))
                .toList();
    }

    private Task receipt(Communication message, Reference from, Reference to, Optional<MessagePurpose> purpose) {
        Task task = task(message, from, to);
        purpose.ifPresent(what -> task.setReasonCode(what.toConcept()));
        if (directory.isManual(to)) {
            task.setBusinessStatus(delivery(to));
            task.setStatus(Receipts.asksForAnswer(task) ? TaskStatus.RECEIVED : TaskStatus.COMPLETED);
        }
        return task;
    }

    /** How a receipt stands before anything is decided: said of those delivered by fax or telephone. */
    private CodeableConcept delivery(Reference receiver) {
        return directory.isManual(receiver) ? TaskBusinessStatus.DELIVERED_MANUALLY.toConcept() : null;
    }

    /** Asks the sender for more. */
    Task askForMore(Communication message, Task receipt, Optional<String> what) {
        Task task = task(message, receipt.getOwner(), message.getSender());
        task.addPartOf(new Reference(receipt.getIdElement().toUnqualifiedVersionless()));
        task.setReasonCode(TriageDecision.REQUEST_SUPPLEMENT.toConcept().setText(what.orElse(null)));
        return store.create(task);
    }

    private Task task(Communication message, Reference from, Reference to) {
        Instant now = clock.instant();
        Task task = new Task().setStatus(TaskStatus.REQUESTED).setIntent(TaskIntent.ORDER);
        task.setPriority(
                message.hasPriority()
                        ? TaskPriority.fromCode(message.getPriority().toCode())
                        : TaskPriority.ROUTINE);
        Messages.type(message).map(MessageType::toConcept).ifPresent(task::setCode);
        task.setFocus(new Reference(Messages.id(message)));
        task.setFor(message.getSubject().copy());
        task.setRequester(from.copy()).setOwner(to.copy());
        task.setAuthoredOn(Date.from(now)).setLastModified(Date.from(now));
        task.getRestriction()
                .getPeriod()
                .setEnd(Date.from(deadlines.afterWorkingDays(properties.acknowledgeWithin(), now)));
        return task;
    }

    /** The receiver opens the message, and keeps it from then on; where an answer is asked for, that is due next. */
    void open(Task receipt) {
        if (Receipts.isOpened(receipt)) {
            return;
        }
        Instant now = clock.instant();
        receipt.getExecutionPeriod().setStart(Date.from(now));
        if (Receipts.asksForAnswer(receipt)) {
            receipt.getRestriction()
                    .getPeriod()
                    .setEnd(Date.from(deadlines.afterWorkingDays(properties.answerWithin(), now)));
        }
    }

    /** Ends work items that nobody has to deal with any more. */
    List<Task> end(Stream<Task> tasks, TaskStatus status, String why) {
        return tasks.map(task -> {
                    task.setStatus(status);
                    task.getStatusReason().setText(why);
                    return store.update(touch(task));
                })
                .toList();
    }

    Task touch(Task task) {
        return task.setLastModified(Date.from(clock.instant()));
    }
}
