package se.samspar.database;

import java.util.Properties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Migrates with the rights of the owner, which the running program does not have. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

    @Bean
    SchemaMigration schemaMigration(
            ObjectProvider<EmbeddedDatabase> embedded, DataSourceProperties external, DatabaseProperties owner) {
        DriverManagerDataSource dataSource = new DriverManagerDataSource();
        Properties options = new Properties();
        options.setProperty("logServerErrorDetail", "false");
        dataSource.setConnectionProperties(options);
        EmbeddedDatabase database = embedded.getIfAvailable();
        if (database != null) {
            dataSource.setUrl(database.ownerJdbcUrl());
        } else {
            boolean named = !owner.ownerUsername().isBlank();
            dataSource.setUrl(external.determineUrl());
            dataSource.setUsername(named ? owner.ownerUsername() : external.determineUsername());
            dataSource.setPassword(named ? owner.ownerPassword() : external.determinePassword());
        }
        return new SchemaMigration(dataSource);
    }
}
