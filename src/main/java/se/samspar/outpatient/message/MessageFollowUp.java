package se.samspar.outpatient.message;

import org.hl7.fhir.r4.model.Communication;
import org.springframework.stereotype.Component;
import se.samspar.outpatient.record.Messages;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/** A message written by plain REST comes into its receivers' inboxes as one that is sent by an operation. */
@Component
class MessageFollowUp implements Consequence<Communication> {

    private final ReceiptKeeper receipts;

    MessageFollowUp(ReceiptKeeper receipts) {
        this.receipts = receipts;
    }

    @Override
    public void follow(Communication message, RuleContext context) {
        boolean isNew = Messages.isMessage(message)
                && context.isWrittenByClient(message)
                && context.previous(message).isEmpty();
        if (isNew && receipts.of(message).isEmpty()) {
            receipts.open(message);
        }
    }
}
