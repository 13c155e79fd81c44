package se.samspar.database;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who migrates an own database. Where no owner is named, the login of {@code spring.datasource} does both: it migrates, and
 * its connections then take the {@link #APPLICATION_ROLE}.
 *
 * @param ownerUsername owner of the database and its tables; empty for the login of {@code spring.datasource}
 * @param ownerPassword its password
 */
@ConfigurationProperties("samspar.database")
record DatabaseProperties(@DefaultValue("") String ownerUsername, @DefaultValue("") String ownerPassword) {

    /** The role of the running program, whose rights are in {@code db/migration/afterMigrate.sql}. */
    static final String APPLICATION_ROLE = "samspar_app";
}
