package se.samspar.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded PostgreSQL, used when no {@code spring.datasource.url} is set.
 *
 * @param dataDir folder that keeps the database between starts
 * @param create whether a database is made in a folder that has none
 */
@ConfigurationProperties("samspar.embedded")
record EmbeddedDatabaseProperties(@DefaultValue("./data") Path dataDir, @DefaultValue("true") boolean create) {}
