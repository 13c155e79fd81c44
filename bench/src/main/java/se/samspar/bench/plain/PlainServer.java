package se.samspar.bench.plain;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * HAPI's JPA server with nothing of Samspår's: no rules, no profile validation, no access control, no tokens, every
 * resource type. It runs on the very jars that Samspår is packaged with.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class})
@Import({PlainDatabase.class, PlainStorage.class, PlainEndpoint.class})
public class PlainServer {

    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(PlainServer.class);
        application.setDefaultProperties(Map.of(
                "spring.main.allow-circular-references", "true", // HAPI's own beans need it
                "spring.main.banner-mode", "off",
                "server.shutdown", "graceful",
                "server.tomcat.threads.max", "32",
                "logging.level.root", "warn",
                "logging.level.ca.uhn.fhir.rest.server", "error",
                "logging.level.ca.uhn.fhir.jpa", "error"));
        application.run(args);
    }
}
