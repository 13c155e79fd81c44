package se.samspar.server;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says once what this server runs on: most faults at installation are another database or issuer than one thought. */
@Component
class StartLog {

    private static final Logger log = LoggerFactory.getLogger(StartLog.class);

    private final DataSource dataSource;
    private final FhirPackage fhirPackage;
    private final Environment environment;

    StartLog(DataSource dataSource, FhirPackage fhirPackage, Environment environment) {
        this.dataSource = dataSource;
        this.fhirPackage = fhirPackage;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() throws SQLException {
        log.info(
                "Ready. Database {}; tokens of {}; further FHIR packages: {}",
                database(),
                environment.getProperty(OpenFiles.ISSUER, "the demo"),
                fhirPackage.numberAdded());
    }

    private String database() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            DatabaseMetaData database = connection.getMetaData();
            // What follows the question mark may be a password.
            return "%s %s at %s"
                    .formatted(
                            database.getDatabaseProductName(),
                            database.getDatabaseProductVersion(),
                            database.getURL().replaceFirst("\\?.*", ""));
        }
    }
}
