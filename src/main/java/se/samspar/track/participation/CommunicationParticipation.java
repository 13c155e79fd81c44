package se.samspar.track.participation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Communications;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Sender and recipients see an answer. */
@Component
class CommunicationParticipation implements Participation<Communication> {

    @Override
    public Stream<Reference> units(Communication communication, RuleContext context) {
        return Communications.isAnswer(communication)
                ? Stream.concat(Stream.of(communication.getSender()), communication.getRecipient().stream())
                : Stream.empty();
    }

    @Override
    public Stream<Reference> documentedBy(Communication communication, RuleContext context) {
        return Communications.isAnswer(communication) ? Stream.of(communication.getSender()) : Stream.empty();
    }

    @Override
    public Stream<Reference> sentTo(Communication communication, RuleContext context) {
        return Communications.isAnswer(communication) ? communication.getRecipient().stream() : Stream.empty();
    }

    /** Which the rule server-written refuses, and says so. */
    @Override
    public Stream<Reference> writers(Communication communication, RuleContext context) {
        return Communications.isAnswer(communication) ? Stream.of(communication.getSender()) : Stream.empty();
    }

    @Override
    public boolean isSeenByMaker(Communication communication) {
        return Communications.isAnswer(communication);
    }

    @Override
    public Stream<Reference> patients(Communication communication) {
        return Stream.of(communication.getSubject());
    }
}
