package se.samspar.track.participation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Sender and recipients see an answer. */
@Component
class CommunicationParticipation implements Participation<Communication> {

    @Override
    public Stream<Reference> units(Communication communication, RuleContext context) {
        return Stream.concat(Stream.of(communication.getSender()), communication.getRecipient().stream());
    }

    @Override
    public Stream<Reference> patients(Communication communication) {
        return Stream.of(communication.getSubject());
    }
}
