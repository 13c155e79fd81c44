package se.samspar;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.data.elasticsearch.ElasticsearchDataAutoConfiguration;
import org.springframework.boot.autoconfigure.data.elasticsearch.ReactiveElasticsearchRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.data.jpa.JpaRepositoriesAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.autoconfigure.elasticsearch.ElasticsearchRestClientAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import se.samspar.audit.AuditVerification;
import se.samspar.followup.FollowUpCommand;

/** Starts the Samspår server. */
@SpringBootApplication(
        // HAPI brings its own JPA, scheduling and full-text wiring; migrations run in the database module before it.
        exclude = {
            HibernateJpaAutoConfiguration.class,
            JpaRepositoriesAutoConfiguration.class,
            FlywayAutoConfiguration.class,
            QuartzAutoConfiguration.class,
            ThymeleafAutoConfiguration.class,
            ElasticsearchDataAutoConfiguration.class,
            ReactiveElasticsearchRepositoriesAutoConfiguration.class,
            ElasticsearchClientAutoConfiguration.class,
            ElasticsearchRestClientAutoConfiguration.class
        })
@ConfigurationPropertiesScan
public class SamsparApplication {

    public static void main(String[] args) {
        if (AuditVerification.isAskedFor(args)) {
            System.exit(AuditVerification.run(args));
        }
        if (FollowUpCommand.isAskedFor(args)) {
            System.exit(FollowUpCommand.run(args));
        }
        SpringApplication.run(SamsparApplication.class, args);
    }
}
