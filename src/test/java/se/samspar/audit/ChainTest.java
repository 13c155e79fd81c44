package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samspar.support.InParallel;

/** What somebody with all rights on the database does to the log shows. On a database of its own. */
class ChainTest {

    private static EmbeddedPostgres postgres;

    private JdbcTemplate jdbc;
    private AccessLog log;
    private Sealer sealer;
    private PlatformTransactionManager transactions;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void emptyLog() throws IOException {
        DataSource dataSource = postgres.getPostgresDatabase();
        jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        jdbc.execute(script("V10__audit.sql"));
        jdbc.execute("CREATE TABLE break_glass ()"); // of which the rights speak too
        jdbc.execute(script("afterMigrate.sql"));
        log = new AccessLog(jdbc);
        transactions = new JdbcTransactionManager(dataSource);
        sealer = new Sealer(jdbc, transactions);
    }

    private static String script(String name) throws IOException {
        return new ClassPathResource("db/migration/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static Access access(String request) {
        return new Access(
                "id",
                "127.0.0.1",
                "client",
                null,
                "unit",
                "SE-UNIT",
                null,
                null,
                "TREAT",
                null,
                "read",
                request,
                200,
                List.of("p1", "p2"),
                List.of("Task/1/_history/1"),
                List.of());
    }

    private void happened(int times) {
        IntStream.range(0, times).forEach(number -> log.add(access("GET Task/" + number)));
    }

    private Verification verified() {
        return verified(null);
    }

    private Verification verified(Chain kept) {
        return new TransactionTemplate(transactions)
                .execute(status -> Verification.of(jdbc, Chain.START, Optional.ofNullable(kept)));
    }

    /** As only a superuser can, without the triggers. */
    private void tamper(String statement) {
        jdbc.execute("SET session_replication_role = replica; " + statement + "; RESET session_replication_role");
    }

    @Test
    void aLogThatNobodyTouchedIsWhole() {
        happened(7);
        sealer.seal();
        Chain head = verified().head();
        happened(3);

        Verification before = verified(head);
        assertThat(before.faults()).isEmpty();
        assertThat(before.open()).isEqualTo(3);
        assertThat(before.head()).isEqualTo(head).hasToString("7:" + head.hash());

        sealer.seal();
        Verification after = verified(head);
        assertThat(after.isWhole()).isTrue();
        assertThat(after.open()).isZero();
        assertThat(after.head().position()).isEqualTo(10);
    }

    @Test
    void evenTheOwnerIsStoppedByTheTrigger() {
        happened(1);
        assertThatThrownBy(() -> jdbc.execute("DELETE FROM audit_event"))
                .rootCause()
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.execute("UPDATE audit_event SET status = 0"))
                .rootCause()
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.execute("TRUNCATE audit_seal"))
                .rootCause()
                .hasMessageContaining("never changed");
    }

    @Test
    void aChangedRowIsFound() {
        happened(5);
        sealer.seal();
        tamper("UPDATE audit_event SET patients = '{p1}' WHERE id = 3");

        assertThat(verified().faults()).singleElement().asString().contains("Position 3");
    }

    @Test
    void aRemovedRowIsFoundWithAndWithoutItsSeal() {
        happened(5);
        sealer.seal();
        tamper("DELETE FROM audit_event WHERE id = 3");
        assertThat(verified().faults()).singleElement().asString().contains("event 3 has been removed");

        tamper("DELETE FROM audit_seal WHERE event = 3");
        assertThat(verified().faults()).anyMatch(fault -> fault.contains("missing"));

        tamper("UPDATE audit_seal SET position = position - 1 WHERE position > 3");
        assertThat(verified().faults()).anyMatch(fault -> fault.contains("Position 3"));
    }

    @Test
    void aRemovedEndIsFoundByTheHeadThatWasKept() {
        happened(5);
        sealer.seal();
        Chain kept = verified().head();
        tamper("DELETE FROM audit_seal WHERE position > 3; DELETE FROM audit_event WHERE id > 3");

        assertThat(verified().isWhole()).isTrue();
        assertThat(verified(kept).faults()).singleElement().asString().contains("at the end");

        happened(5);
        sealer.seal();
        assertThat(verified(kept).isWhole()).isFalse();
    }

    @Test
    void aRowThatWasMadeUpForEarlierIsFound() {
        happened(3);
        sealer.seal();
        jdbc.execute("INSERT INTO audit_event (occurred, " + Access.COLUMNS + ") SELECT occurred - interval '1 day', "
                + Access.COLUMNS + " FROM audit_event WHERE id = 1");
        sealer.seal();
        assertThat(verified().faults()).singleElement().asString().contains("long before");
    }

    @Test
    void aRowThatCommitsAfterLaterOnesIsSealedAfterThem() {
        TransactionTemplate slow = new TransactionTemplate(transactions);
        slow.executeWithoutResult(status -> {
            log.add(access("GET Task/slow"));
            CompletableFuture.runAsync(
                            () -> { // in transactions of its own
                                happened(2);
                                sealer.seal();
                            })
                    .join();
        });
        assertThat(verified().open()).isEqualTo(1);

        sealer.seal();
        assertThat(verified().isWhole()).isTrue();
        assertThat(verified().open()).isZero();
        assertThat(jdbc.queryForList("SELECT event FROM audit_seal ORDER BY position", Long.class))
                .containsExactly(2L, 3L, 1L);
    }

    @Test
    void severalNodesMakeOneChain() throws Exception {
        InParallel.run(4, () -> {
            for (int i = 0; i < 10; i++) {
                happened(20);
                sealer.seal();
            }
            return null;
        });
        sealer.seal();

        Verification verification = verified();
        assertThat(verification.faults()).isEmpty();
        assertThat(verification.head().position()).isEqualTo(800);
        assertThat(verification.open()).isZero();
    }

    @Test
    void theOldestMayGoWhenTheirLastHeadIsKept() {
        happened(2);
        sealer.seal();
        Chain old = verified().head();
        happened(2);
        sealer.seal();
        tamper("DELETE FROM audit_seal WHERE position <= 2; DELETE FROM audit_event WHERE id <= 2");

        assertThat(verified().isWhole()).isFalse();
        assertThat(Verification.of(jdbc, Chain.parse(old.toString()), Optional.empty())
                        .isWhole())
                .isTrue();
    }
}
