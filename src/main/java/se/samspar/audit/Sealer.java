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
        sealAfter(WINDOW);
    }

    /** Also what took so long to commit that the turns have gone past it: well before it would look made up. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    void sealLate() {
        sealAfter(LATE_WINDOW);
    }

    private void sealAfter(int back) {
        int sealed;
        do {
            sealed = Objects.requireNonNull(transaction.execute(status -> isTurn() ? sealNext(back) : 0));
        } while (sealed == BATCH);
    }

    private boolean isTurn() {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT pg_try_advisory_xact_lock(hashtextextended('audit-seal', 0))", Boolean.class));
    }

    private int sealNext(int back) {
        List<AccessEvent> open = open(floor(back));
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

    /** The event that was sealed so many seals ago. */
    private long floor(int back) {
        return jdbc
                .queryForList(
                        "SELECT event FROM audit_seal WHERE position = (SELECT max(position) FROM audit_seal) - ?",
                        Long.class,
                        back)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** The floor holds for both tables and is a plain number: else PostgreSQL would go through all seals at each turn. */
    private List<AccessEvent> open(long floor) {
        return jdbc.query(
                AccessLog.SELECT
                        + "event WHERE id > %1$d AND NOT EXISTS (SELECT FROM audit_seal seal WHERE seal.event = event.id"
                                .formatted(floor)
                        + " AND seal.event > %1$d) ORDER BY id LIMIT %2$d".formatted(floor, BATCH),
                (row, number) -> AccessLog.event(row));
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
