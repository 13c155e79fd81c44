package se.samspar.notification.subscription;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** Secrets are not stored in the resource, and an endpoint agrees to whatever is new before it is told anything. */
@Component
class SubscriptionPreparation implements Preparation<Subscription> {

    private static final Set<SubscriptionStatus> RUNNING =
            EnumSet.of(SubscriptionStatus.ACTIVE, SubscriptionStatus.ERROR);

    @Override
    public void prepare(Subscription subscription, RuleContext context) {
        Terms.requireScopes(context.actor(), subscription, Terms.content(subscription));
        Optional<Subscription> previous = context.previous(subscription);
        previous.ifPresent(before -> SubscriptionStatuses.serialize(before, context));
        boolean newSecrets = Headers.unchanged(subscription).count()
                < subscription.getChannel().getHeader().size();
        Headers.mask(subscription);
        boolean isNew = newSecrets
                || previous.filter(before -> !Terms.differ(before, subscription))
                        .isEmpty();
        if (isNew && RUNNING.contains(subscription.getStatus())) {
            subscription.setStatus(SubscriptionStatus.REQUESTED).setError(null);
        }
    }
}
