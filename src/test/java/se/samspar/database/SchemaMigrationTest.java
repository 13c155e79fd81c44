package se.samspar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import se.samspar.support.InParallel;
import se.samspar.support.PostgresProcess;

/** The schema is made once and as a whole, whoever starts beside whom and whoever dies meanwhile. */
class SchemaMigrationTest {

    private static final int NODES = 3;
    private static PostgresProcess postgres;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        postgres = PostgresProcess.start(folder);
        LoggingSystem.get(SchemaMigration.class.getClassLoader())
                .setLogLevel("ca.uhn.fhir.jpa.migrate", LogLevel.OFF); // each statement, as no server has set it
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void severalNodesMayStartAtOnceOnAnEmptyDatabase() throws Exception {
        DataSource database = create("together");
        InParallel.run(NODES, () -> {
            new SchemaMigration(database).afterPropertiesSet();
            return null;
        });
        assertThat(texts(database, "SELECT version FROM samspar_migration WHERE success"))
                .contains("1", "13")
                .doesNotHaveDuplicates();
        assertThat(texts(database, "SELECT \"version\" FROM \"FLY_HFJ_MIGRATION\""))
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates();
        assertThat(texts(database, "SELECT res_type FROM hfj_resource_type"))
                .as("nothing is left that all nodes would write when they go on")
                .contains("Patient", "ServiceRequest")
                .doesNotHaveDuplicates();
    }

    @Test
    void aNodeThatDiesInTheMidstLeavesNothingThatTheNextWouldTakeForWhole() throws Exception {
        DataSource whole = create("whole");
        new SchemaMigration(whole).afterPropertiesSet();
        DataSource halved = create("halved");
        CompletableFuture<Throwable> first = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> new SchemaMigration(halved).afterPropertiesSet()));
        try (Connection killer = postgres.connect()) {
            await().pollInterval(5, TimeUnit.MILLISECONDS).until(() -> text(
                            killer,
                            "SELECT count(pg_terminate_backend(pid)) > 0 FROM pg_stat_activity"
                                    + " WHERE datname = 'halved' AND query ILIKE 'create index%'")
                    .equals("t"));
        }
        assertThat(first.get()).isNotNull();

        new SchemaMigration(halved).afterPropertiesSet();

        String all = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' UNION ALL"
                + " SELECT indexname FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1";
        assertThat(texts(halved, all)).isEqualTo(texts(whole, all));
    }

    @Test
    void theLockOfAMigrationThatWasKilledKeepsNobodyFromStarting() throws Exception {
        DataSource database = create("locked");
        new SchemaMigration(database).afterPropertiesSet();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO \"FLY_HFJ_MIGRATION\" (\"installed_rank\", \"type\", \"description\", \"script\","
                            + " \"installed_by\", \"installed_on\", \"execution_time\", \"success\")"
                            + " VALUES (-100, 'hapi-fhir-lock', 'of one that was killed', 'HAPI FHIR', 'x', now(), 0, true)");
        }

        new SchemaMigration(database).afterPropertiesSet();

        assertThat(texts(database, "SELECT 1 FROM \"FLY_HFJ_MIGRATION\" WHERE \"installed_rank\" = -100"))
                .isEmpty();
    }

    private static DataSource create(String database) throws SQLException {
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
        return postgres.dataSource(database);
    }

    private static List<String> texts(DataSource database, String query) throws SQLException {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
