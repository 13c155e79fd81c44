package se.samspar.database;

import ca.uhn.fhir.jpa.migrate.DriverTypeEnum;
import ca.uhn.fhir.jpa.migrate.HapiMigrator;
import ca.uhn.fhir.jpa.migrate.tasks.HapiFhirJpaMigrationTasks;
import ca.uhn.fhir.util.VersionEnum;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the schema to the version of this program before anything reads it: HAPI's own migrator for HAPI's tables,
 * Flyway ({@code db/migration}) for ours, which in the end says what the running program may do. All take a lock in the
 * database, so several nodes may start at once.
 */
public final class SchemaMigration implements InitializingBean {

    private final HikariDataSource dataSource;

    SchemaMigration(HikariDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterPropertiesSet() throws SQLException {
        try (dataSource) {
            migrate();
        }
    }

    private void migrate() throws SQLException {
        dataSource.getConnection().close(); // HAPI would hide why there is none
        HapiMigrator hapi = new HapiMigrator("FLY_HFJ_MIGRATION", dataSource, DriverTypeEnum.POSTGRES_9_4);
        hapi.createMigrationTableIfRequired();
        hapi.addTasks(new HapiFhirJpaMigrationTasks(Set.of()).getAllTasks(VersionEnum.values()));
        hapi.migrate();
        Flyway.configure()
                .dataSource(dataSource)
                .table("samspar_migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
