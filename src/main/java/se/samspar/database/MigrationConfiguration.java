package se.samspar.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Migrates with the rights of the owner, which the running program does not have. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    /** HAPI's migrator and Flyway hold one for their lock besides that they work on. */
    private static final int CONNECTIONS = 4;

    @Bean
    SchemaMigration schemaMigration(
            ObjectProvider<EmbeddedDatabase> embedded, DataSourceProperties external, DatabaseProperties owner) {
        HikariDataSource dataSource = new HikariDataSource();
        EmbeddedDatabase database = embedded.getIfAvailable();
        if (database != null) {
            dataSource.setJdbcUrl(database.ownerJdbcUrl());
        } else {
            boolean named = !owner.ownerUsername().isBlank();
            dataSource.setJdbcUrl(external.determineUrl());
            dataSource.setUsername(named ? owner.ownerUsername() : external.determineUsername());
            dataSource.setPassword(named ? owner.ownerPassword() : external.determinePassword());
        }
        dataSource.setMaximumPoolSize(CONNECTIONS);
        dataSource.setMinimumIdle(0);
        dataSource.addDataSourceProperty("logServerErrorDetail", "false");
        return new SchemaMigration(dataSource);
    }
}
