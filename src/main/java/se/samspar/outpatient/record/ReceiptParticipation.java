package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.store.Records;

/**
 * Whoever sent a message sees its receipts, and the receiver its own: from when consent lets it until it does no longer,
 * and afterwards if it had opened the message.
 */
@Component
class ReceiptParticipation implements Participation<Task> {

    private final CaseReaders readers;

    ReceiptParticipation(CaseReaders readers) {
        this.readers = readers;
    }

    @Override
    public Stream<Reference> units(Task receipt, RuleContext context) {
        return context.resolve(receipt.getFocus(), Communication.class).filter(Messages::isMessage).stream()
                .flatMap(message -> mayBeTold(receipt, message, context)
                        ? Stream.of(receipt.getRequester(), receipt.getOwner())
                        : Stream.of(message.getSender()));
    }

    @Override
    public Stream<Reference> writers(Task receipt, RuleContext context) {
        return units(receipt, context);
    }

    private boolean mayBeTold(Task receipt, Communication message, RuleContext context) {
        return Cases.of(message, Records.of(context))
                .filter(aCase -> readers.mayOpen(receipt, aCase, Records.of(context)))
                .isPresent();
    }

    @Override
    public boolean isSeenByMaker(Task receipt) {
        return false;
    }

    @Override
    public Stream<Reference> patients(Task receipt) {
        return Stream.of(receipt.getFor());
    }
}
