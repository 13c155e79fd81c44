package se.samspar.notification.subscription;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** A subscription is seen, and so written, by the unit that has made it and by no other. */
@Component
class SubscriptionParticipation implements Participation<Subscription> {

    @Override
    public Stream<Reference> units(Subscription subscription, RuleContext context) {
        return Stream.empty();
    }

    @Override
    public Stream<Reference> writers(Subscription subscription, RuleContext context) {
        return context.actor().organization().stream();
    }
}
