package se.samspar.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Binds events to all before them, a moment after they were written and apart from the requests that wrote them. On several
 * nodes one does it at a time; another passes over its turn.
 */
@Component
class Sealer {

    private static final int BATCH = 500;

    /** Seals back to which each turn looks for events that were committed later than others with higher numbers. */
    private static final int WINDOW = 2_000;

    /** The same for what is looked for now and then: more than there are events in an hour. */
    private static final int LATE_WINDOW = 500_000;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Sealer(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${samspar.audit.seal-every}")
    void seal() {
        sealAfter(seals(WINDOW));
    }

    /** Also what took so long to commit that the turns have gone past it: well before it would look made up. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    void sealLate() {
        sealAfter(seals(LATE_WINDOW));
    }

    private static String seals(int back) {
        return "coalesce((SELECT event FROM audit_seal WHERE position = (SELECT max(position) FROM audit_seal) - "
                + back + "), 0)";
    }

    private void sealAfter(String floor) {
        int sealed;
        do {
            sealed = Objects.requireNonNull(transaction.execute(status -> isTurn() ? sealNext(floor) : 0));
        } while (sealed == BATCH);
    }

    private boolean isTurn() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('audit-seal', 0))", Boolean.class));
    }

    private int sealNext(String floor) {
        List<AccessEvent> open = jdbc.query(
                AccessLog.SELECT + "event WHERE id > " + floor
                        + " AND NOT EXISTS (SELECT FROM audit_seal seal WHERE seal.event = event.id) ORDER BY id LIMIT "
                        + BATCH,
                (row, number) -> AccessLog.event(row));
        if (open.isEmpty()) {
            return 0;
        }
        Chain head = head();
        List<Object[]> seals = new ArrayList<>();
        for (AccessEvent event : open) {
            head = head.with(event);
            seals.add(new Object[] {head.position(), event.id(), HexFormat.of().parseHex(head.hash())});
        }
        jdbc.batchUpdate("INSERT INTO audit_seal (position, event, hash) VALUES (?, ?, ?)", seals);
        return open.size();
    }

    private Chain head() {
        return jdbc
                .query(
                        "SELECT position, encode(hash, 'hex') FROM audit_seal ORDER BY position DESC LIMIT 1",
                        (row, number) -> new Chain(row.getLong(1), row.getString(2)))
                .stream()
                .findFirst()
                .orElse(Chain.START);
    }
}
