package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.store.Records;

/**
 * The sender sees a message, and the parties of the case whom consent lets. A receiver keeps what it has opened; of what
 * is withdrawn only the sender has any left.
 */
@Component
class MessageParticipation implements Participation<Communication> {

    private final CaseReaders readers;

    MessageParticipation(CaseReaders readers) {
        this.readers = readers;
    }

    @Override
    public Stream<Reference> units(Communication message, RuleContext context) {
        if (!Messages.isMessage(message)) {
            return Stream.empty();
        }
        Stream<Reference> parties = isWithdrawn(message)
                ? Stream.empty()
                : Cases.of(message, Records.of(context)).stream()
                        .flatMap(aCase -> readers.of(aCase, message.getSender(), Records.of(context)));
        return Stream.concat(Stream.of(message.getSender()), parties);
    }

    @Override
    public Stream<Reference> guests(Communication message, RuleContext context) {
        return !Messages.isMessage(message) || isWithdrawn(message)
                ? Stream.empty()
                : Receipts.of(message, Records.of(context))
                        .filter(Receipts::isOpened)
                        .map(Task::getOwner);
    }

    @Override
    public Stream<Reference> documentedBy(Communication message, RuleContext context) {
        return Messages.isMessage(message) ? Stream.of(message.getSender()) : Stream.empty();
    }

    @Override
    public Stream<Reference> sentTo(Communication message, RuleContext context) {
        return Messages.isMessage(message) ? message.getRecipient().stream() : Stream.empty();
    }

    @Override
    public Stream<Reference> writers(Communication message, RuleContext context) {
        return Stream.of(message.getSender()); // of what is no message, the rules say who writes it instead
    }

    private static boolean isWithdrawn(Communication message) {
        return message.getStatus() == CommunicationStatus.ENTEREDINERROR;
    }

    @Override
    public boolean isSeenByMaker(Communication message) {
        return !Messages.isMessage(message);
    }

    @Override
    public Stream<Reference> patients(Communication message) {
        return Stream.of(message.getSubject());
    }

    /** Its receipts and its files. */
    @Override
    public Stream<? extends Resource> dependents(Communication message, RuleContext context) {
        return Messages.isMessage(message)
                ? Stream.concat(
                        Receipts.of(message, Records.of(context)),
                        context.search(DocumentReference.class, "related=" + Messages.id(message)).stream())
                : Stream.empty();
    }
}
