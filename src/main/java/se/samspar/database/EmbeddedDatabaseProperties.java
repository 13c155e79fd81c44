package se.samspar.database;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The embedded PostgreSQL, used when no {@code spring.datasource.url} is set.
 *
 * @param dataDir folder that keeps the database between starts
 */
@ConfigurationProperties("samspar.embedded")
record EmbeddedDatabaseProperties(@DefaultValue("./data") Path dataDir) {}
