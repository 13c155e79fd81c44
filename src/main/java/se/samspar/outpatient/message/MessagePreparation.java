package se.samspar.outpatient.message;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationPayloadComponent;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.consent.ConsentDecisions;
import se.samspar.directory.Directory;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.outpatient.record.Messages;
import se.samspar.patient.Deaths;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;
import se.samspar.store.Records;

/**
 * Says of a message when it was sent and of each part who wrote it when, and turns parties named by HSA-id into
 * references. A changed situation goes to every party that may be told (OVP-3).
 */
@Component
class MessagePreparation implements Preparation<Communication> {

    private final Directory directory;
    private final ConsentDecisions consents;

    MessagePreparation(Directory directory, ConsentDecisions consents) {
        this.directory = directory;
        this.consents = consents;
    }

    @Override
    public void prepare(Communication message, RuleContext context) {
        if (!Messages.isMessage(message)) {
            return;
        }
        lockLives(message, context);
        Cases.lock(message, context);
        Optional<Communication> previous = context.previous(message);
        if (previous.isEmpty()) {
            message.setStatus(CommunicationStatus.COMPLETED);
            message.setSent(Date.from(context.now()));
            message.getRecipient().forEach(directory::resolve);
            directory.resolve(message.getSender());
            if (Messages.purpose(message)
                    .filter(MessagePurpose.SITUATION_CHANGED::equals)
                    .isPresent()) {
                Cases.of(message, Records.of(context))
                        .filter(aCase -> Cases.takesPart(message.getSender(), aCase)) // others learn nothing of it
                        .ifPresent(aCase -> addParties(message, aCase, context));
            }
        }
        deliveredTo(message).forEach(directory::resolve);
        int known = previous.map(before -> before.getPayload().size()).orElse(0);
        List<CommunicationPayloadComponent> parts = message.getPayload();
        parts.subList(Math.min(known, parts.size()), parts.size()).forEach(part -> sign(part, context));
    }

    /**
     * Whoever names a pathway besides the case waits for the patient's life too (rule in-pathway-plan), and does so before
     * the case: in that order a death ends both.
     */
    private static void lockLives(Communication message, RuleContext context) {
        if (message.getBasedOn().size() > 1) {
            message.getBasedOn().stream()
                    .flatMap(basis -> context.resolve(basis, CarePlan.class).stream())
                    .map(plan ->
                            Deaths.key(plan.getSubject().getReferenceElement().getIdPart()))
                    .distinct()
                    .sorted()
                    .forEach(context::serialize);
        }
    }

    private void addParties(Communication message, CarePlan aCase, RuleContext context) {
        ConsentDecisions.Decision bySender = consents.of(aCase, message.getSender(), Records.of(context));
        CarePlans.parties(aCase)
                .filter(party -> !Cases.isSame(party, message.getSender()))
                .filter(party -> message.getRecipient().stream().noneMatch(recipient -> Cases.isSame(party, recipient)))
                .filter(party -> bySender.about(party).allows())
                .forEach(party -> message.addRecipient(new Reference(party.getReference())));
    }

    private static Stream<Reference> deliveredTo(Communication message) {
        return message.getExtensionsByUrl(Extensions.MANUAL_DELIVERY).stream()
                .flatMap(delivery -> delivery.getExtensionsByUrl("unit").stream())
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }

    private static void sign(CommunicationPayloadComponent part, RuleContext context) {
        Extension signed = part.getExtensionByUrl(Extensions.MESSAGE_PART);
        Optional<CodeType> heading = Optional.ofNullable(signed)
                .map(sent -> sent.getExtensionByUrl("heading"))
                .map(Extension::getValue)
                .filter(CodeType.class::isInstance)
                .map(CodeType.class::cast);
        part.getExtension().removeIf(extension -> Extensions.MESSAGE_PART.equals(extension.getUrl()));
        Extension anew = part.addExtension().setUrl(Extensions.MESSAGE_PART);
        heading.ifPresent(code -> anew.addExtension("heading", code));
        context.actor().unit().ifPresent(unit -> anew.addExtension("author", new Reference("Organization/" + unit)));
        anew.addExtension("time", new InstantType(Date.from(context.now())));
    }
}
