package se.samspar.notification.subscription;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.ServerKept;

/** Whether a subscription is active is found out by the server; a unit asks for it, or turns it off. */
@Component
class KeptInSubscriptions implements ServerKept<Subscription> {

    private static final Set<SubscriptionStatus> OF_THE_UNIT =
            EnumSet.of(SubscriptionStatus.REQUESTED, SubscriptionStatus.OFF);

    @Override
    public Stream<Finding> claimed(Subscription subscription, RuleContext context) {
        Optional<Subscription> previous = context.previous(subscription);
        boolean ownStatus = OF_THE_UNIT.contains(subscription.getStatus())
                || previous.filter(before -> before.getStatus() == subscription.getStatus())
                        .isPresent();
        boolean ownError = Objects.equals(
                subscription.getError(), previous.map(Subscription::getError).orElse(null));
        return Stream.of(
                        ownStatus
                                ? null
                                : Finding.at(
                                        "Subscription.status",
                                        "The server sets active and error: send requested, or off."),
                        ownError || !subscription.hasError()
                                ? null
                                : Finding.at("Subscription.error", "The server says why a notification failed."))
                .filter(Objects::nonNull);
    }
}
