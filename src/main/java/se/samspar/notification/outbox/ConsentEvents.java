package se.samspar.notification.outbox;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.outbox.Outbox.Event;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/** A consent is taken back: told to the unit that recorded it, and to those that have made sure of it. */
@Component
class ConsentEvents implements Consequence<Consent> {

    private final Outbox outbox;

    ConsentEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void follow(Consent consent, RuleContext context) {
        boolean wasInForce = context.previous(consent)
                .filter(before -> before.getStatus() == ConsentState.ACTIVE)
                .isPresent();
        if (wasInForce
                && consent.getStatus() != ConsentState.ACTIVE
                && consent.getProvision().getType() == ConsentProvisionType.PERMIT) {
            outbox.add(new Event(
                    SubscriptionTopic.CONSENT_WITHDRAWN,
                    ResourcePath.of(consent),
                    Optional.empty(),
                    Outbox.units(Stream.concat(consent.getOrganization().stream(), verifiers(consent))),
                    consent.getProvision().getData().stream()
                            .map(data ->
                                    data.getReference().getReferenceElement().getIdPart())
                            .findFirst(),
                    context.now()));
        }
    }

    private static Stream<Reference> verifiers(Consent consent) {
        return consent.getExtensionsByUrl(Extensions.VERIFIED_BY_UNIT).stream()
                .flatMap(verification -> verification.getExtensionsByUrl("unit").stream())
                .map(Extension::getValue)
                .filter(Reference.class::isInstance)
                .map(Reference.class::cast);
    }
}
