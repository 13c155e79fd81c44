package se.samspar.outpatient.message;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.directory.Directory;
import se.samspar.fhir.ParameterRefused;
import se.samspar.outpatient.record.ReceiptEvent;
import se.samspar.outpatient.record.Receipts;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** A receiver acknowledges a message and answers it; for one without access the sender documents its answer (OVP-12). */
@Component
class AnswerMessageService {

    private final ResourceStore store;
    private final ReceiptKeeper receipts;
    private final Directory directory;
    private final Clock clock;

    AnswerMessageService(ResourceStore store, ReceiptKeeper receipts, Directory directory, Clock clock) {
        this.store = store;
        this.receipts = receipts;
        this.directory = directory;
        this.clock = clock;
    }

    /** Whoever has acknowledged a message already gets its receipt as it is. */
    Task acknowledge(Communication message, List<Justification> justifications) {
        Task receipt = latest(message, own())
                .orElseThrow(() -> new ForbiddenOperationException("Only its receivers acknowledge a message."));
        if (ReceiptEvent.ACKNOWLEDGE.obstacle(receipt).isEmpty()) {
            receipts.open(receipt);
            ReceiptEvent.ACKNOWLEDGE.move(receipt);
            write(message, receipt, justifications);
        } else {
            store.update(message); // every operation moves the version
        }
        return receipt;
    }

    /** The receipt, and the work item of the sender who is asked for more. */
    List<Resource> respond(
            Communication message,
            ReceiptEvent decision,
            Optional<String> text,
            Optional<Reference> unit,
            List<Justification> justifications) {
        Reference receiver = receiver(message, unit);
        Task receipt = latest(message, receiver)
                .orElseThrow(() -> new ForbiddenOperationException("Only its receivers answer a message."));
        List<Resource> answer = new ArrayList<>(List.of(receipt));
        boolean isPossible = decision.obstacle(receipt).isEmpty();
        if (isPossible && unit.isEmpty()) {
            receipts.open(receipt);
        }
        decision.move(receipt);
        receipt.setStatusReason(null);
        if (decision != ReceiptEvent.ACCEPT) {
            text.ifPresent(reason -> receipt.getStatusReason().setText(reason));
        }
        text.ifPresent(said -> receipt.addNote(note(said)));
        if (isPossible && decision == ReceiptEvent.REQUEST_SUPPLEMENT) {
            answer.add(receipts.askForMore(message, receipt, text));
        }
        write(message, receipt, justifications);
        return answer;
    }

    private Annotation note(String said) {
        return new Annotation()
                .setText(said)
                .setTime(Date.from(clock.instant()))
                .setAuthor(own());
    }

    /** The acting unit; or one without access, for which the sender speaks. */
    private Reference receiver(Communication message, Optional<Reference> unit) {
        if (unit.isEmpty()) {
            return own();
        }
        Reference named = directory
                .organization(unit.get())
                .map(found -> new Reference(found.getIdElement().toUnqualifiedVersionless()))
                .orElseThrow(() -> ParameterRefused.unknown(
                        "unit",
                        "Parameter unit names no unit of the directory.",
                        "Name a receiver of the message by reference or by its HSA-id."));
        boolean isManual = latest(message, named).isPresent() && directory.isManual(named);
        if (!Cases.isSame(message.getSender(), own()) || !isManual) {
            throw new ForbiddenOperationException(
                    "Parameter unit is for the sender, who documents the answer of a receiver without access.");
        }
        return named;
    }

    /** What was added to a message has a receipt of its own, so a receiver may have several. */
    Optional<Task> latest(Communication message, Reference receiver) {
        return receipts.of(message).stream()
                .filter(task -> Cases.isSame(task.getOwner(), receiver) && !Receipts.asksForMore(task))
                .max(Comparator.comparing(Receipts::isOpen).thenComparing(Task::getAuthoredOn));
    }

    private void write(Communication message, Task receipt, List<Justification> justifications) {
        justifications.forEach(justification -> justification.attachTo(message));
        store.update(receipts.touch(receipt));
        store.update(message);
    }

    private Reference own() {
        return store.actor().organization().orElseGet(Reference::new);
    }
}
