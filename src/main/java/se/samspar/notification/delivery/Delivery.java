package se.samspar.notification.delivery;

import ca.uhn.fhir.context.FhirContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.stereotype.Component;
import se.samspar.notification.NotificationProperties;
import se.samspar.notification.delivery.Notice.Kind;
import se.samspar.notification.outbox.EventTable;
import se.samspar.notification.outbox.EventTable.Numbered;
import se.samspar.notification.subscription.State;
import se.samspar.notification.subscription.SubscriptionStatuses;
import se.samspar.notification.subscription.SubscriptionTable;
import se.samspar.notification.subscription.Terms;
import se.samspar.notification.subscription.Terms.Content;
import se.samspar.store.DisclosureLog;
import se.samspar.store.ResourceStore;

/**
 * Does what is due for one subscription: the handshake, its events in order, a heartbeat. What was sent is noted after it
 * was answered, so that a crash between leads to the same event once more, never to one less.
 */
@Component
class Delivery {

    /** Then others have their turn. */
    private static final int IN_A_ROW = 20;

    private static final Duration SLOW = Duration.ofSeconds(1);

    private final ResourceStore store;
    private final SubscriptionTable table;
    private final SubscriptionStatuses statuses;
    private final EventTable events;
    private final NotificationBundles bundles;
    private final Sender sender;
    private final Retries retries;
    private final Lanes lanes;
    private final NotificationProperties properties;
    private final NotificationMetrics metrics;
    private final DisclosureLog disclosures;
    private final FhirContext fhirContext;
    private final Clock clock;

    Delivery(
            ResourceStore store,
            SubscriptionTable table,
            SubscriptionStatuses statuses,
            EventTable events,
            NotificationBundles bundles,
            Sender sender,
            Retries retries,
            Lanes lanes,
            NotificationProperties properties,
            NotificationMetrics metrics,
            DisclosureLog disclosures,
            FhirContext fhirContext,
            Clock clock) {
        this.store = store;
        this.table = table;
        this.statuses = statuses;
        this.events = events;
        this.bundles = bundles;
        this.sender = sender;
        this.retries = retries;
        this.lanes = lanes;
        this.properties = properties;
        this.metrics = metrics;
        this.disclosures = disclosures;
        this.fhirContext = fhirContext;
        this.clock = clock;
    }

    /** False when there is no place for it at the moment. */
    boolean attempt(String id) {
        Optional<State> known = table.find(id).filter(state -> !state.stopped());
        Optional<Subscription> read = known.flatMap(state -> statuses.read(id));
        if (read.isEmpty()) {
            return true;
        }
        State state = known.get();
        if (state.isOver(clock.instant())) {
            statuses.end(state);
            return true;
        }
        Subscription subscription = read.get();
        String host = String.valueOf(
                URI.create(subscription.getChannel().getEndpoint()).getHost());
        Optional<Runnable> place = lanes.enter(host, state.failures() > 0 || state.slow());
        place.ifPresent(leave -> {
            try {
                work(subscription, state);
            } finally {
                leave.run();
            }
        });
        return place.isPresent();
    }

    private void work(Subscription subscription, State state) {
        if (state.handshakeDue()) {
            shakeHands(subscription, state);
        } else if (state.confirmed()) {
            boolean goesOn = true;
            for (int sent = 0; goesOn && sent < IN_A_ROW; sent++) {
                List<Numbered> next =
                        events.pending(state.id(), Math.min(Terms.maxCount(subscription), properties.mostEvents()));
                if (next.isEmpty()) {
                    beat(subscription, state);
                    return;
                }
                goesOn = tell(subscription, state, next);
            }
        }
    }

    private void shakeHands(Subscription subscription, State state) {
        Optional<String> refusal = send(subscription, state, Notice.of(Kind.HANDSHAKE, state.lastNumber()));
        refusal.ifPresentOrElse(why -> statuses.refuse(state, why), () -> statuses.confirm(state));
    }

    private void beat(Subscription subscription, State state) {
        boolean isDue = table.find(state.id())
                .flatMap(State::heartbeatDue)
                .filter(due -> !due.isAfter(clock.instant()))
                .isPresent();
        if (isDue) {
            send(subscription, state, Notice.of(Kind.HEARTBEAT, state.lastNumber()))
                    .ifPresent(why -> table.failed(state.id(), retries.next(state.failures(), clock.instant())));
        }
    }

    /** True when the endpoint has taken it, and it may have the next. */
    private boolean tell(Subscription subscription, State state, List<Numbered> next) {
        Content content = Terms.content(subscription);
        boolean isSecret = Endpoints.isSecret(subscription.getChannel().getEndpoint());
        State current = table.find(state.id()).orElse(state);
        Notice notice = new Notice(
                Kind.EVENT,
                current.lastNumber(),
                next,
                content == Content.FULL_RESOURCE && !isSecret ? Content.ID_ONLY : content);
        Optional<String> refusal = send(subscription, state, notice);
        Instant now = clock.instant();
        if (refusal.isPresent()) {
            table.failed(state.id(), retries.next(current.failures(), now));
            if (events.giveUp(state.id(), now.minus(properties.giveUpAfter()), now) > 0) {
                statuses.lost(state, "Events were given up: see $events. " + refusal.get());
            }
            return false;
        }
        events.delivered(state.id(), next, now);
        if (subscription.getStatus() == SubscriptionStatus.ERROR) {
            statuses.recovered(state);
            subscription.setStatus(SubscriptionStatus.ACTIVE);
        }
        return table.find(state.id())
                .filter(after -> after.generation() == state.generation())
                .isPresent();
    }

    /** Why the endpoint has not taken it; empty when it has. */
    private Optional<String> send(Subscription subscription, State state, Notice notice) {
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
        Duration timeout = Terms.timeout(subscription)
                .map(Duration::ofSeconds)
                .filter(asked -> asked.compareTo(properties.timeout()) < 0)
                .orElse(properties.timeout());
        Instant start = clock.instant();
        Optional<String> refusal = sender.post(endpoint, state.headers(), body, timeout);
        Instant end = clock.instant();
        metrics.sent(notice.kind(), refusal.isEmpty());
        if (refusal.isEmpty()) {
            table.succeeded(state.id(), end, Duration.between(start, end).compareTo(SLOW) > 0);
        }
        return refusal;
    }
}
