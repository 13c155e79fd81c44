package se.samspar.outpatient.message;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.attachment.Attachments;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePart;
import se.samspar.outpatient.record.CaseReaders;
import se.samspar.outpatient.record.Receipts;
import se.samspar.store.Justification;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/** A party sends a message, adds to one, or takes one back. */
@Component
public class MessageService {

    private final ResourceStore store;
    private final ReceiptKeeper receipts;
    private final Attachments attachments;
    private final CaseReaders readers;

    MessageService(ResourceStore store, ReceiptKeeper receipts, Attachments attachments, CaseReaders readers) {
        this.readers = readers;
        this.store = store;
        this.receipts = receipts;
        this.attachments = attachments;
    }

    /** The message and its receipts. The case gets a new version, so that of two who act on the same one passes. */
    public List<Resource> send(
            CarePlan aCase, Communication sent, List<DocumentReference> files, List<Justification> justifications) {
        Reference unit = own();
        if (!Cases.takesPart(unit, aCase)) {
            throw new ForbiddenOperationException("Only a party of the case sends messages in it.");
        }
        if (!sent.getSender().isEmpty()
                && !Cases.isSame(sent.getSender(), unit)
                && sent.getSender().hasReference()) {
            throw new ForbiddenOperationException("A unit sends messages of its own only: leave message.sender out.");
        }
        Communication message = sent.copy(); // the transaction may run again
        message.setId((String) null);
        message.setSender(unit);
        message.setBasedOn(basis(aCase, sent));
        message.setSubject(new Reference(new IdType(aCase.getSubject().getReference()).toUnqualifiedVersionless()));
        List<DocumentReference> stored = attachments.store(files, message.getSubject());
        stored.forEach(file -> message.addPayload().setContent(Attachments.reference(file)));
        justifications.forEach(justification -> justification.attachTo(message));
        store.create(message);
        attachments.belongTo(stored, new Reference(message.getIdElement().toUnqualifiedVersionless()));
        List<Task> opened = receipts.open(message);
        store.update(aCase);
        return Stream.<Resource>concat(Stream.of(message), opened.stream()).toList();
    }

    /**
     * The case, and the started pathway that the sender says it belongs to. What the sender does not see stays, to be refused
     * as what there is not.
     */
    private List<Reference> basis(CarePlan aCase, Communication sent) {
        Stream<Reference> pathways = sent.getBasedOn().stream().filter(named -> store.find(named, CarePlan.class)
                .filter(store::isVisible)
                .map(plan -> CarePlans.is(plan, CarePlanType.PATHWAY_PLAN))
                .orElse(true));
        Reference own = new Reference(aCase.getIdElement().toUnqualifiedVersionless());
        return Stream.concat(Stream.of(own), pathways).toList();
    }

    /** Tells every other party that may be told; nothing where there is none. */
    public List<Resource> tellParties(CarePlan aCase, Communication message, List<Justification> justifications) {
        readers.of(aCase, own(), Records.of(store))
                .filter(party -> !Cases.isSame(party, own()))
                .forEach(party -> message.addRecipient(new Reference(party.getReference())));
        return message.hasRecipient() ? send(aCase, message, List.of(), justifications) : List.of();
    }

    /** The message with the new part, and the work items of those for whom it is news. */
    List<Resource> supplement(
            Communication message,
            Optional<String> text,
            Optional<MessagePart> about,
            List<DocumentReference> files,
            List<Extension> deliveries,
            List<Justification> justifications) {
        if (text.isEmpty() && files.isEmpty()) {
            throw ParameterRefused.invalid("text", "The supplement adds nothing.", "Send text or attachment.");
        }
        text.ifPresent(added -> {
            CommunicationPayloadComponent part = message.addPayload().setContent(new StringType(added));
            part.addExtension()
                    .setUrl(Extensions.MESSAGE_PART)
                    .addExtension(
                            "heading",
                            new CodeType(about.orElse(MessagePart.SUPPLEMENT).code()));
        });
        attachments
                .store(
                        files,
                        message.getSubject(),
                        new Reference(message.getIdElement().toUnqualifiedVersionless()))
                .forEach(file -> message.addPayload().setContent(Attachments.reference(file)));
        deliveries.forEach(delivery -> message.addExtension(delivery.copy()));
        justifications.forEach(justification -> justification.attachTo(message));
        store.update(message);
        List<Task> asked = receipts.of(message).stream()
                .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                .filter(task -> Receipts.asksForMore(task) && Cases.isSame(task.getOwner(), own()))
                .toList();
        asked.forEach(task -> store.update(receipts.touch(task.setStatus(TaskStatus.COMPLETED))));
        List<Task> news = receipts.supplemented(message, own());
        return Stream.<Resource>concat(Stream.of(message), news.stream()).toList();
    }

    /** Nobody but the sender has it any more; that it was taken back stands on it and on its receipts. */
    Communication withdraw(Communication message, Optional<String> reason, List<Justification> justifications) {
        if (!Cases.isSame(message.getSender(), own())) {
            throw new ForbiddenOperationException("Only the unit that sent a message takes it back.");
        }
        message.setStatus(CommunicationStatus.ENTEREDINERROR);
        message.setStatusReason(null);
        reason.ifPresent(text -> message.getStatusReason().setText(text));
        justifications.forEach(justification -> justification.attachTo(message));
        store.update(message);
        receipts.end(
                receipts.of(message).stream().filter(task -> task.getStatus() != TaskStatus.CANCELLED),
                TaskStatus.CANCELLED,
                "Meddelandet är återtaget");
        return message;
    }

    private Reference own() {
        return store.actor().organization().orElseGet(Reference::new);
    }
}
