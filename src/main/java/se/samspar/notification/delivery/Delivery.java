package se.samspar.notification.delivery;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

/**
 * Does what is due for one subscription: the handshake, its events in order, a heartbeat. What was sent is noted after it
 * was answered, so that a crash between leads to the same event once more, never to one less.
 */
@Component
class Delivery {

    /** Then others have their turn. */
    private static final int IN_A_ROW = 20;

    private final SubscriptionTable table;
    private final SubscriptionStatuses statuses;
    private final EventTable events;
    private final Courier courier;
    private final Retries retries;
    private final Lanes lanes;
    private final NotificationProperties properties;
    private final Clock clock;

    Delivery(
            SubscriptionTable table,
            SubscriptionStatuses statuses,
            EventTable events,
            Courier courier,
            Retries retries,
            Lanes lanes,
            NotificationProperties properties,
            Clock clock) {
        this.table = table;
        this.statuses = statuses;
        this.events = events;
        this.courier = courier;
        this.retries = retries;
        this.lanes = lanes;
        this.properties = properties;
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
        Optional<String> refusal = courier.send(subscription, state, Notice.of(Kind.HANDSHAKE, state.lastNumber()));
        refusal.ifPresentOrElse(why -> statuses.refuse(state, why), () -> statuses.confirm(state));
    }

    private void beat(Subscription subscription, State state) {
        boolean isDue = table.find(state.id())
                .flatMap(State::heartbeatDue)
                .filter(due -> !due.isAfter(clock.instant()))
                .isPresent();
        if (isDue) {
            courier.send(subscription, state, Notice.of(Kind.HEARTBEAT, state.lastNumber()))
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
        Optional<String> refusal = courier.send(subscription, state, notice);
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
}
