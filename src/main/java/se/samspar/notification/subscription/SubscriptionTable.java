package se.samspar.notification.subscription;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Code;

/** The table {@code subscription_state}. */
@Component
public class SubscriptionTable {

    private final JdbcTemplate jdbc;

    SubscriptionTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps what the unit has written. What was numbered stays numbered, and waits for the endpoint to agree. */
    void write(Subscription subscription, String unit, boolean handshake) {
        String id = subscription.getIdElement().getIdPart();
        jdbc.update(
                "INSERT INTO subscription_state (subscription, unit, topic, wanted, headers, heartbeat, ends_at,"
                        + " handshake_due, stopped) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (subscription) DO UPDATE SET topic = excluded.topic, wanted = excluded.wanted,"
                        + " headers = excluded.headers, heartbeat = excluded.heartbeat, ends_at = excluded.ends_at,"
                        + " stopped = excluded.stopped, generation = subscription_state.generation + 1,"
                        + " handshake_due = NOT excluded.stopped"
                        + " AND (excluded.handshake_due OR subscription_state.handshake_due),"
                        + " confirmed = subscription_state.confirmed AND NOT excluded.handshake_due,"
                        + " failures = 0, next_attempt = NULL",
                id,
                unit,
                Terms.topic(subscription).map(Code::code).orElse(""),
                Terms.wanted(subscription).map(SubscriptionTable::array).orElse(null),
                array(Headers.merged(subscription, headers(id))),
                Terms.heartbeat(subscription).orElse(null),
                subscription.hasEnd() ? subscription.getEnd().toInstant().atOffset(ZoneOffset.UTC) : null,
                handshake,
                subscription.getStatus() == SubscriptionStatus.OFF);
    }

    private static String[] array(Iterable<String> values) {
        return values instanceof Set<String> set
                ? set.toArray(String[]::new)
                : ((List<String>) values).toArray(String[]::new);
    }

    private List<String> headers(String id) {
        return find(id).map(State::headers).orElse(List.of());
    }

    public Optional<State> find(String id) {
        return query("WHERE subscription = ?", id);
    }

    /** The row, which nobody else changes until the transaction ends. */
    public Optional<State> lock(String id) {
        return query("WHERE subscription = ? FOR UPDATE", id);
    }

    private Optional<State> query(String which, Object... values) {
        return jdbc.query("SELECT * FROM subscription_state " + which, SubscriptionTable::state, values).stream()
                .findFirst();
    }

    private static State state(ResultSet row, int number) throws SQLException {
        return new State(
                row.getString("subscription"),
                row.getString("unit"),
                List.of((String[]) row.getArray("headers").getArray()),
                row.getInt("generation"),
                row.getBoolean("handshake_due"),
                row.getBoolean("confirmed"),
                row.getBoolean("stopped"),
                instant(row, "ends_at"),
                Optional.ofNullable((Integer) row.getObject("heartbeat")),
                row.getLong("last_number"),
                row.getInt("failures"),
                instant(row, "next_attempt"),
                row.getBoolean("slow"),
                instant(row, "last_sent"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    /** What came of the handshake; false when the unit has written the subscription anew meanwhile. */
    boolean shaken(String id, int generation, boolean agreed) {
        return jdbc.update(
                        "UPDATE subscription_state SET handshake_due = false, confirmed = ?, established = established OR ?"
                                + " WHERE subscription = ? AND generation = ?",
                        agreed,
                        agreed,
                        id,
                        generation)
                == 1;
    }

    /** Turns it off; false when the unit has written it anew meanwhile. */
    boolean stop(String id, int generation) {
        return jdbc.update(
                        "UPDATE subscription_state SET stopped = true, handshake_due = false"
                                + " WHERE subscription = ? AND generation = ?",
                        id,
                        generation)
                == 1;
    }

    public void succeeded(String id, Instant now, boolean slow) {
        jdbc.update(
                "UPDATE subscription_state SET failures = 0, next_attempt = NULL, last_sent = ?, slow = ?"
                        + " WHERE subscription = ?",
                now.atOffset(ZoneOffset.UTC),
                slow,
                id);
    }

    public void failed(String id, Instant nextAttempt) {
        jdbc.update(
                "UPDATE subscription_state SET failures = failures + 1, next_attempt = ? WHERE subscription = ?",
                nextAttempt.atOffset(ZoneOffset.UTC),
                id);
    }

    /** An administrator wants it tried at once. */
    public void retryNow(String id) {
        jdbc.update("UPDATE subscription_state SET failures = 0, next_attempt = NULL WHERE subscription = ?", id);
    }
}
