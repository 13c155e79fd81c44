package se.samspar.notification.delivery;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samspar.notification.outbox.EventTable;
import se.samspar.notification.subscription.State;
import se.samspar.notification.subscription.SubscriptionTable;

/** One subscription's turn, and when its next one is: decided while nobody else can give it something to do. */
@Component
class DeliveryTask {

    private static final Duration NO_PLACE = Duration.ofMillis(500);

    /** Looked at all the same, should it ever not have been woken. */
    private static final Duration NOTHING_TO_DO = Duration.ofMinutes(10);

    private final Delivery delivery;
    private final SubscriptionTable table;
    private final EventTable events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeliveryTask(
            Delivery delivery,
            SubscriptionTable table,
            EventTable events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.delivery = delivery;
        this.table = table;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** True when it had a place among the deliveries. */
    boolean run(String subscription) {
        return delivery.attempt(subscription);
    }

    /** Lets go of the subscription until its next turn. */
    void conclude(String subscription, boolean hadPlace, ExecutionComplete complete, ExecutionOperations<Void> task) {
        transaction.executeWithoutResult(status -> {
            Optional<Instant> next = table.lock(subscription).flatMap(this::next);
            Instant now = clock.instant();
            next.ifPresentOrElse(
                    time -> task.reschedule(complete, hadPlace ? time : later(time, now.plus(NO_PLACE))), task::remove);
        });
    }

    /** Empty when there is none until somebody writes it anew. */
    private Optional<Instant> next(State state) {
        Instant now = clock.instant();
        if (state.stopped() || !state.handshakeDue() && !state.confirmed()) {
            return Optional.empty();
        }
        if (state.handshakeDue() || events.hasPending(state.id())) {
            return Optional.of(state.nextAttempt().orElse(now));
        }
        Optional<Instant> heartbeat = state.heartbeatDue()
                .map(due ->
                        state.nextAttempt().map(attempt -> later(attempt, due)).orElse(due));
        return Stream.of(heartbeat, state.endsAt(), Optional.of(now.plus(NOTHING_TO_DO)))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
