package se.samspar.notification.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code subscription_event}: the events of each subscription, by their numbers. */
@Component
public class EventTable {

    /**
     * An event as one subscription has it.
     *
     * @param id the same in every subscription and at every attempt
     * @param focus {@code Type/id} of what it is about
     * @param context {@code Type/id} of what else is worth reading
     */
    public record Numbered(long number, UUID id, String focus, Optional<String> context, Instant at) {}

    /** The dead letters of a subscription. */
    public record DeadLetters(String subscription, String unit, String topic, int events, Instant oldest) {}

    private final JdbcTemplate jdbc;

    EventTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is to be told next. */
    public List<Numbered> pending(String subscription, int most) {
        return query("subscription = ? AND state = 'pending' ORDER BY number LIMIT ?", subscription, most);
    }

    public boolean hasPending(String subscription) {
        return !pending(subscription, 1).isEmpty();
    }

    /** Events by their numbers, whatever has become of them. */
    public List<Numbered> between(String subscription, long first, long last, int most) {
        return query(
                "subscription = ? AND number BETWEEN ? AND ? ORDER BY number LIMIT ?", subscription, first, last, most);
    }

    private List<Numbered> query(String which, Object... values) {
        return jdbc.query(
                "SELECT number, event_id, focus, context, happened_at FROM subscription_event WHERE " + which,
                EventTable::numbered,
                values);
    }

    private static Numbered numbered(ResultSet row, int count) throws SQLException {
        return new Numbered(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                Optional.ofNullable(row.getString(4)),
                row.getObject(5, Timestamp.class).toInstant());
    }

    public void delivered(String subscription, List<Numbered> events, Instant now) {
        jdbc.batchUpdate(
                "UPDATE subscription_event SET state = 'delivered', settled_at = ? WHERE subscription = ? AND number = ?",
                events.stream()
                        .map(event -> new Object[] {now.atOffset(ZoneOffset.UTC), subscription, event.number()})
                        .toList());
    }

    /** Gives up what has waited since before a time; how many that are. */
    public int giveUp(String subscription, Instant before, Instant now) {
        return jdbc.update(
                "UPDATE subscription_event SET state = 'dead', settled_at = ?"
                        + " WHERE subscription = ? AND state = 'pending' AND happened_at < ?"
                        + " AND (settled_at IS NULL OR settled_at < ?)",
                now.atOffset(ZoneOffset.UTC),
                subscription,
                before.atOffset(ZoneOffset.UTC),
                before.atOffset(ZoneOffset.UTC));
    }

    /** Has what was given up wait again, from now on. */
    public int replay(String subscription, Instant now) {
        return jdbc.update(
                "UPDATE subscription_event SET state = 'pending', settled_at = ? WHERE subscription = ? AND state = 'dead'",
                now.atOffset(ZoneOffset.UTC),
                subscription);
    }

    public List<DeadLetters> deadLetters() {
        return jdbc.query(
                "SELECT s.subscription, s.unit, s.topic, count(*), min(e.happened_at) FROM subscription_event e"
                        + " JOIN subscription_state s USING (subscription) WHERE e.state = 'dead'"
                        + " GROUP BY s.subscription ORDER BY min(e.happened_at)",
                (row, number) -> new DeadLetters(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getObject(5, Timestamp.class).toInstant()));
    }

    /** Gives up what waited too long for an endpoint that has not agreed to be told. */
    public int giveUpUnconfirmed(Instant before, Instant now) {
        return jdbc.update(
                "UPDATE subscription_event e SET state = 'dead', settled_at = ? FROM subscription_state s"
                        + " WHERE s.subscription = e.subscription AND NOT s.confirmed AND e.state = 'pending'"
                        + " AND e.happened_at < ? AND (e.settled_at IS NULL OR e.settled_at < ?)",
                now.atOffset(ZoneOffset.UTC),
                before.atOffset(ZoneOffset.UTC),
                before.atOffset(ZoneOffset.UTC));
    }

    /** Removes what was delivered before a time, and all of subscriptions that have been off since; how many that are. */
    public int forget(Instant before) {
        return jdbc.update(
                        "DELETE FROM subscription_event WHERE state = 'delivered' AND settled_at < ?",
                        before.atOffset(ZoneOffset.UTC))
                + jdbc.update(
                        "DELETE FROM subscription_event e USING subscription_state s"
                                + " WHERE s.subscription = e.subscription AND s.stopped AND e.happened_at < ?",
                        before.atOffset(ZoneOffset.UTC));
    }
}
