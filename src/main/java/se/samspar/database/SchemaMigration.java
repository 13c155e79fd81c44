package se.samspar.database;

import ca.uhn.fhir.jpa.config.util.ResourceTypeUtil;
import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrationLock;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the schema to the version of this program before anything reads it: HAPI's own migrator for HAPI's tables,
 * Flyway ({@code db/migration}) for ours, which in the end says what the running program may do. One node at a time does
 * so; PostgreSQL frees the lock of one that dies.
 */
public final class SchemaMigration implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigration.class);

    /** Of no meaning but to be the same on every node. */
    private static final long LOCK = 7_266_527_241L;

    private static final String HAPI_TABLE = "FLY_HFJ_MIGRATION";
    private static final int POLL_MILLIS = 200;

    private final DataSource dataSource;

    SchemaMigration(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (Connection connection = dataSource.getConnection(); // or HAPI would hide why there is none
                Statement lock = connection.createStatement()) {
            awaitTurn(lock);
            try {
                migrateHapi();
                migrateOurs();
            } finally {
                lock.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    /** Asked again and again: who waits inside a statement would make {@code CREATE INDEX CONCURRENTLY} wait for itself. */
    private static void awaitTurn(Statement lock) throws SQLException {
        boolean said = false;
        while (!isTrue(lock, "SELECT pg_try_advisory_lock(" + LOCK + ")")) {
            if (!said) {
                log.info("Another node migrates the schema; this one waits.");
                said = true;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new SQLException("Interrupted while another node migrates the schema", interrupted);
            }
        }
    }

    private void migrateHapi() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (isTrue(statement, "SELECT to_regclass('hfj_resource') IS NULL")) {
                createHapi(connection);
                return;
            }
            // HAPI's lock is a row, which outlives a node that was killed; nobody migrates now but this one.
            statement.execute("DELETE FROM \"%s\" WHERE \"installed_rank\" = %d"
                    .formatted(HAPI_TABLE, HapiMigrationLock.LOCK_PID));
        }
        migrateHapi(dataSource);
    }

    /** All of it or nothing: HAPI would take the half of it that a killed node left behind for the whole. */
    private static void createHapi(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        migrateHapi(new OneTransaction(connection)); // when it fails, the connection is closed with all that it did
        connection.commit();
        connection.setAutoCommit(true);
    }

    static void migrateHapi(DataSource dataSource) throws SQLException {
        HapiMigrator hapi = new HapiMigrator(HAPI_TABLE, dataSource, DriverTypeEnum.POSTGRES_9_4);
        hapi.createMigrationTableIfRequired();
        hapi.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        hapi.migrate();
        fillResourceTypes(dataSource);
    }

    /** HAPI would do so at its first start, and of two nodes that start at once one would fail. */
    private static void fillResourceTypes(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement fill =
                        connection.prepareStatement("INSERT INTO hfj_resource_type (res_type_id, res_type)"
                                + " SELECT nextval('seq_resource_type'), type FROM unnest(?) type"
                                + " WHERE NOT EXISTS (SELECT FROM hfj_resource_type)")) {
            Object[] types = ResourceTypeUtil.generateResourceTypes().toArray();
            fill.setArray(1, connection.createArrayOf("text", types));
            fill.executeUpdate();
        }
    }

    private void migrateOurs() {
        Flyway.configure()
                .dataSource(dataSource)
                .table("samspar_migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    private static boolean isTrue(Statement statement, String query) throws SQLException {
        try (ResultSet answer = statement.executeQuery(query)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
