package se.samspar.followup;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Before the server says that it is ready: facts that another version of the program has written, or none has, are
 * written anew, by one node at a time.
 */
@Component
class FollowUpStart implements ApplicationRunner {

    /** Another whenever other facts follow from the same record. */
    static final int VERSION = 3;

    private static final Logger log = LoggerFactory.getLogger(FollowUpStart.class);

    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactions;

    FollowUpStart(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            jdbc.query("SELECT pg_advisory_xact_lock(hashtextextended('indicators', 0))", row -> {});
            boolean isCurrent = jdbc.queryForList("SELECT version FROM indicator_state", Integer.class)
                    .contains(VERSION);
            if (!isCurrent) {
                Rebuild rebuild = new Rebuild(jdbc, transactions);
                rebuild.rebuild()
                        .forEach(source -> log.error("Indicators: {} cannot be read, and is not counted", source));
                log.info("Indicators: {} facts written from the record", rebuild.size());
                jdbc.update(
                        "INSERT INTO indicator_state (version) VALUES (?)"
                                + " ON CONFLICT (singleton) DO UPDATE SET version = excluded.version",
                        VERSION);
            }
        });
    }
}
