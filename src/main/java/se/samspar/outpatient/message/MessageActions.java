package se.samspar.outpatient.message;

import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.ActionList;
import se.samspar.fhir.ActionList.Obstacle;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.outpatient.record.Messages;
import se.samspar.outpatient.record.ReceiptEvent;
import se.samspar.outpatient.record.SharingRules;
import se.samspar.store.Foresight;
import se.samspar.store.ResourceStore;

/** What the caller may do with a message now, and what stands in the way of the rest. */
@Component
class MessageActions {

    private final ResourceStore store;
    private final AnswerMessageService answers;
    private final Foresight foresight;

    MessageActions(ResourceStore store, AnswerMessageService answers, Foresight foresight) {
        this.store = store;
        this.answers = answers;
        this.foresight = foresight;
    }

    Parameters of(IdType id) {
        Communication message = store.readVisible(Communication.class, id);
        if (!Messages.isMessage(message)) {
            throw new ResourceNotFoundException(id);
        }
        Reference own = store.actor().organization().orElseThrow();
        Optional<Task> receipt = answers.latest(message, own);
        ActionList actions = new ActionList();
        for (ReceiptEvent event : ReceiptEvent.values()) {
            Optional<String> why = receipt.isEmpty()
                    ? Optional.of("Your unit is no receiver of the message.")
                    : event.obstacle(receipt.get());
            actions.add(event.action(), blocked(why, RuleCode.TRANSITION_NOT_ALLOWED));
        }
        Optional<String> gone = Optional.of("The message is withdrawn.")
                .filter(text -> message.getStatus() == CommunicationStatus.ENTEREDINERROR);
        Optional<String> others = Optional.of("Only the unit that sent a message takes it back.")
                .filter(text -> !Cases.isSame(message.getSender(), own));
        actions.add(
                "supplement",
                Stream.concat(
                                blocked(gone, RuleCode.TRANSITION_NOT_ALLOWED).stream(),
                                foresight
                                        .obstacles(Optional.of(message), supplemented(message), SharingRules.ALL)
                                        .stream())
                        .toList());
        actions.add(
                "withdraw",
                Stream.of(gone, others)
                        .flatMap(why -> blocked(why, RuleCode.TRANSITION_NOT_ALLOWED).stream())
                        .toList());
        return actions.parameters();
    }

    private static Communication supplemented(Communication message) {
        Communication supplemented = message.copy();
        supplemented.addPayload().setContent(new StringType("…"));
        return supplemented;
    }

    private static List<Obstacle> blocked(Optional<String> why, RuleCode rule) {
        return why.map(text -> new Obstacle(rule, text)).stream().toList();
    }
}
