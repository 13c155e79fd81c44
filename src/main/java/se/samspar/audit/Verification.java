package se.samspar.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Goes through the chain from its beginning, row by row, and says everything that does not fit. */
final class Verification {

    private static final int FETCH = 1_000;
    private static final int MOST_FAULTS = 20;

    /** No event commits that long after it says it happened; one that does was made up later. */
    private static final Duration LATEST = Duration.ofHours(1);

    private final Optional<Chain> kept;
    private final List<String> faults = new ArrayList<>();
    private Instant latest = Instant.EPOCH;
    private Chain head;
    private boolean keptFound;
    private long open;

    private Verification(Chain start, Optional<Chain> kept) {
        this.head = start;
        this.kept = kept;
        this.keptFound = kept.isEmpty() || kept.get().equals(start);
    }

    /**
     * @param start where the rows begin: {@link Chain#START} unless the oldest have been removed
     * @param kept a head of earlier, which must be on the way
     */
    static Verification of(JdbcTemplate jdbc, Chain start, Optional<Chain> kept) {
        Verification verification = new Verification(start, kept);
        jdbc.setFetchSize(FETCH);
        jdbc.query(
                "SELECT position, encode(hash, 'hex') AS hash, event AS sealed, occurred, id, " + Access.COLUMNS
                        + " FROM audit_seal LEFT JOIN audit_event ON id = event WHERE position > " + start.position()
                        + " ORDER BY position",
                verification::next);
        verification.open = jdbc.queryForObject(
                "SELECT count(*) FROM audit_event"
                        + " WHERE NOT EXISTS (SELECT FROM audit_seal WHERE audit_seal.event = audit_event.id)",
                Long.class);
        if (!verification.keptFound) {
            verification.fault(
                    "The head " + kept.get() + " is not in the chain: rows at the end have been removed or replaced.");
        }
        return verification;
    }

    private void next(ResultSet row) throws SQLException {
        Chain found = new Chain(row.getLong("position"), row.getString("hash"));
        if (found.position() != head.position() + 1) {
            fault("Position %d follows position %d: seals between them are missing."
                    .formatted(found.position(), head.position()));
        }
        if (row.getObject("id") == null) {
            fault("Position %d: event %d has been removed.".formatted(found.position(), row.getLong("sealed")));
        } else {
            AccessEvent event = AccessLog.event(row);
            if (!new Chain(found.position() - 1, head.hash()).with(event).equals(found)) {
                fault("Position %d: event %d or what is before it is not what was sealed."
                        .formatted(found.position(), event.id()));
            }
            if (event.occurred().isBefore(latest.minus(LATEST))) {
                fault("Position %d: event %d says it happened long before those sealed before it."
                        .formatted(found.position(), event.id()));
            }
            latest = event.occurred().isAfter(latest) ? event.occurred() : latest;
        }
        keptFound |= kept.filter(found::equals).isPresent();
        head = found; // so that one fault is told once
    }

    private void fault(String text) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(text);
        }
    }

    boolean isWhole() {
        return faults.isEmpty();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    Chain head() {
        return head;
    }

    /** How many events are not sealed yet. */
    long open() {
        return open;
    }
}
