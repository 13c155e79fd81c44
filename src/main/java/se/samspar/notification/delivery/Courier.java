package se.samspar.notification.delivery;

import ca.uhn.fhir.context.FhirContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.springframework.stereotype.Component;
import se.samspar.notification.NotificationProperties;
import se.samspar.notification.subscription.State;
import se.samspar.notification.subscription.SubscriptionTable;
import se.samspar.notification.subscription.Terms;
import se.samspar.store.DisclosureLog;
import se.samspar.store.ResourceStore;

/** Writes one notification and takes it to the endpoint; what it tells in full is in the access log before it leaves. */
@Component
class Courier {

    private static final Duration SLOW = Duration.ofSeconds(1);

    private final ResourceStore store;
    private final SubscriptionTable table;
    private final NotificationBundles bundles;
    private final DisclosureLog disclosures;
    private final Sender sender;
    private final NotificationProperties properties;
    private final NotificationMetrics metrics;
    private final FhirContext fhirContext;
    private final Clock clock;

    Courier(
            ResourceStore store,
            SubscriptionTable table,
            NotificationBundles bundles,
            DisclosureLog disclosures,
            Sender sender,
            NotificationProperties properties,
            NotificationMetrics metrics,
            FhirContext fhirContext,
            Clock clock) {
        this.store = store;
        this.table = table;
        this.bundles = bundles;
        this.disclosures = disclosures;
        this.sender = sender;
        this.properties = properties;
        this.metrics = metrics;
        this.fhirContext = fhirContext;
        this.clock = clock;
    }

    /** Why the endpoint has not taken it; empty when it has. */
    Optional<String> send(Subscription subscription, State state, Notice notice) {
        Bundle bundle = store.executeAsServer(() -> bundles.write(subscription, state, notice));
        String endpoint = subscription.getChannel().getEndpoint();
        List<Resource> told = bundle.getEntry().stream()
                .skip(1) // the status
                .map(Bundle.BundleEntryComponent::getResource)
                .toList();
        if (!told.isEmpty()) {
            disclosures.disclose(state.unit(), "Subscription/" + state.id(), endpoint, told);
        }
        String body = fhirContext.newJsonParser().encodeResourceToString(bundle);
        Instant start = clock.instant();
        Optional<String> refusal = sender.post(endpoint, state.headers(), body, timeout(subscription));
        Instant end = clock.instant();
        metrics.sent(notice.kind(), refusal.isEmpty());
        if (refusal.isEmpty()) {
            table.succeeded(state.id(), end, Duration.between(start, end).compareTo(SLOW) > 0);
        }
        return refusal;
    }

    private Duration timeout(Subscription subscription) {
        return Terms.timeout(subscription)
                .map(Duration::ofSeconds)
                .filter(asked -> asked.compareTo(properties.timeout()) < 0)
                .orElse(properties.timeout());
    }
}
