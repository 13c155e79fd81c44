package se.samspar.outpatient;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePart;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.outpatient.message.CaseEnd;
import se.samspar.outpatient.message.MessageService;
import se.samspar.outpatient.record.CloseReasons;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** A case ends: closed by its initiating unit (OVP-17), or turned into an inpatient case by an admission (OVP-11). */
@Component
class CloseCaseService {

    private final ResourceStore store;
    private final Parties parties;
    private final MessageService messages;
    private final CaseEnd end;

    CloseCaseService(ResourceStore store, Parties parties, MessageService messages, CaseEnd end) {
        this.store = store;
        this.parties = parties;
        this.messages = messages;
        this.end = end;
    }

    /** The case, and the work items that end with it. */
    List<Resource> close(
            CarePlan aCase,
            CloseReason reason,
            Optional<String> text,
            boolean sipDeclined,
            List<Justification> justifications) {
        if (!store.actor().actsFor(aCase.getAuthor())) {
            throw new ForbiddenOperationException("The initiating unit closes a case.");
        }
        CloseReasons.close(aCase, reason, text, sipDeclined);
        parties.write(aCase, justifications);
        return Stream.concat(Stream.of(aCase), end.of(aCase).stream())
                .map(Resource.class::cast)
                .toList();
    }

    /** The case, and the admission message with its receipts. */
    List<Resource> admit(
            CarePlan aCase,
            Optional<String> reason,
            Optional<String> text,
            List<Extension> deliveries,
            List<Justification> justifications) {
        parties.requireParty(aCase);
        if (reason.isEmpty() && text.isEmpty()) {
            throw ParameterRefused.invalid(
                    "text", "The admission message says nothing.", "Say in reason or text why and where.");
        }
        Communication admission = admission(reason, text);
        deliveries.forEach(delivery -> admission.addExtension(delivery.copy()));
        List<Resource> sent = messages.tellParties(aCase, admission, justifications);
        end.of(aCase);
        CloseReasons.close(aCase, CloseReason.ADMITTED, reason, false);
        parties.write(aCase, justifications);
        return Stream.concat(Stream.of(aCase), sent.stream()).toList();
    }

    private static Communication admission(Optional<String> reason, Optional<String> text) {
        Communication message = new Communication();
        message.addCategory(MessageType.INSKRIVNING.toConcept());
        message.setTopic(MessagePurpose.SITUATION_CHANGED.toConcept());
        Stream.concat(reason.stream(), text.stream()).forEach(said -> message.addPayload()
                .setContent(new StringType(said))
                .addExtension()
                .setUrl(Extensions.MESSAGE_PART)
                .addExtension("heading", new CodeType(MessagePart.ADMISSION.code())));
        return message;
    }
}
