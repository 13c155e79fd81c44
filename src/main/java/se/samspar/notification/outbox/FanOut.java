package se.samspar.notification.outbox;

import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samspar.notification.subscription.Wakes;

/**
 * Gives each event a number in every subscription that it is for, in the order in which the events were written down, one
 * node at a time: so numbers have no gaps, and what happens to one resource keeps its order, since its writers wait for
 * each other. A unit that does not see what an event is about is not told that there is one.
 */
@Component
class FanOut {

    private static final Logger log = LoggerFactory.getLogger(FanOut.class);

    private static final int BATCH = 500;

    private static final String NUMBER =
            """
            WITH due AS (
              DELETE FROM outbox_event WHERE seq IN (SELECT seq FROM outbox_event ORDER BY seq LIMIT %d) RETURNING *
            ), matched AS (
              SELECT due.*, s.subscription, row_number() OVER (PARTITION BY s.subscription ORDER BY due.seq) AS place
              FROM due JOIN subscription_state s ON s.topic = due.topic AND s.unit = ANY (due.units)
              WHERE s.established AND NOT s.stopped AND (s.ends_at IS NULL OR s.ends_at > now())
                AND (s.wanted IS NULL OR due.filter = ANY (s.wanted))
                AND EXISTS (SELECT 1 FROM access_ground g WHERE g.resource = due.focus AND g.unit = s.unit AND NOT g.withheld)
            ), numbered AS (
              UPDATE subscription_state s SET last_number = s.last_number + m.events
              FROM (SELECT subscription, count(*) AS events FROM matched GROUP BY subscription) m
              WHERE s.subscription = m.subscription
              RETURNING s.subscription, s.last_number - m.events AS before, s.next_attempt
            ), kept AS (
              INSERT INTO subscription_event (subscription, number, event_id, focus, context, happened_at)
              SELECT subscription, before + place, id, focus, context, happened_at
              FROM matched JOIN numbered USING (subscription)
            )
            SELECT subscription, next_attempt FROM numbered"""
                    .formatted(BATCH);

    /** A subscription that has something to be told, and when it may be tried again where attempts failed. */
    private record Due(String id, Optional<Timestamp> nextAttempt) {}

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Wakes wakes;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(work -> new Thread(work, "notification-fan-out"));
    private final AtomicBoolean asked = new AtomicBoolean();

    FanOut(JdbcTemplate jdbc, PlatformTransactionManager transactions, Wakes wakes) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.wakes = wakes;
    }

    /** Looks for events now, on a thread of its own. */
    void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                thread.execute(this::run);
            } catch (RejectedExecutionException stopped) {
                log.debug("Stopping: another node or the next start numbers what is left");
            }
        }
    }

    /** What a node that was killed has left. */
    @Scheduled(fixedDelayString = "${samspar.notification.poll:PT2S}")
    void poll() {
        wake();
    }

    private void run() {
        asked.set(false);
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> number()))) {
                log.trace("There may be more");
            }
        } catch (RuntimeException failure) {
            log.error("Events could not be numbered; they are looked at again", failure);
        }
    }

    /** True when there may be more. */
    private boolean number() {
        Integer due = jdbc.queryForObject(
                "SELECT count(*) FROM (SELECT 1 FROM outbox_event LIMIT ?) due", Integer.class, BATCH);
        if (due == null || due == 0) {
            return false;
        }
        jdbc.query("SELECT pg_advisory_xact_lock(hashtextextended('notification fan-out', 0))", row -> {});
        jdbc.query(NUMBER, (row, number) -> new Due(row.getString(1), Optional.ofNullable(row.getTimestamp(2))))
                .forEach(subscription ->
                        wakes.wake(subscription.id(), subscription.nextAttempt().map(Timestamp::toInstant)));
        return due == BATCH;
    }

    @PreDestroy
    void stop() {
        thread.shutdown();
    }
}
