package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Whoever reads a message reads its files. */
@Component
class MessageFileParticipation implements Participation<DocumentReference> {

    private final MessageParticipation messages;

    MessageFileParticipation(MessageParticipation messages) {
        this.messages = messages;
    }

    @Override
    public Stream<Reference> units(DocumentReference document, RuleContext context) {
        return Stream.empty();
    }

    @Override
    public Stream<Reference> guests(DocumentReference document, RuleContext context) {
        return document.getContext().getRelated().stream()
                .flatMap(related -> context.resolve(related, Communication.class).stream())
                .flatMap(message -> Stream.concat(messages.units(message, context), messages.guests(message, context)));
    }

    /** It went with the message. */
    @Override
    public Stream<Reference> sentTo(DocumentReference document, RuleContext context) {
        return document.getContext().getRelated().stream()
                .flatMap(related -> context.resolve(related, Communication.class).stream())
                .flatMap(message -> messages.sentTo(message, context));
    }
}
