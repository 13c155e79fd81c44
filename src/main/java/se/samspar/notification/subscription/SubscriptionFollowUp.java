package se.samspar.notification.subscription;

import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/** What a unit writes of its subscription has effect when the transaction is committed. */
@Component
class SubscriptionFollowUp implements Consequence<Subscription> {

    private final SubscriptionTable table;
    private final Wakes wakes;

    SubscriptionFollowUp(SubscriptionTable table, Wakes wakes) {
        this.table = table;
        this.wakes = wakes;
    }

    @Override
    public void follow(Subscription subscription, RuleContext context) {
        context.actor().unit().ifPresent(unit -> {
            table.write(subscription, unit, subscription.getStatus() == SubscriptionStatus.REQUESTED);
            wakes.wake(subscription.getIdElement().getIdPart());
        });
    }
}
