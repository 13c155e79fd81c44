package se.samspar.server;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import se.samspar.security.OutcomeResponse;

/** What a client fetches before it has a token: the FHIR package and where tokens come from. */
@Configuration(proxyBeanMethods = false)
class OpenFiles {

    private static final Logger log = LoggerFactory.getLogger(OpenFiles.class);
    private static final Duration ISSUER_TIMEOUT = Duration.ofSeconds(5);
    static final String ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";
    private static final String TOKEN_ENDPOINT = "samspar.security.token-endpoint";

    @Bean
    ServletRegistrationBean<HttpServlet> packageFile() {
        return new ServletRegistrationBean<>(
                new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        response.setContentType("application/gzip");
                        response.setHeader("Content-Disposition", "attachment; filename=\"se.samspar.fhir.tgz\"");
                        try (InputStream file = FhirPackage.FILE.getInputStream()) {
                            file.transferTo(response.getOutputStream());
                        }
                    }
                },
                "/fhir/package.tgz");
    }

    @Bean
    ServletRegistrationBean<HttpServlet> smartConfiguration(
            Environment environment, ServerProperties properties, com.fasterxml.jackson.databind.ObjectMapper json) {
        Supplier<String> discovered = SingletonSupplier.of(() -> discover(environment.getRequiredProperty(ISSUER)));
        return new ServletRegistrationBean<>(
                new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        String own = properties.address().orElseGet(() -> addressOf(request));
                        Map<String, Object> configuration;
                        try {
                            configuration = smart(environment, discovered, own);
                        } catch (RestClientException issuerAway) {
                            log.error("The issuer's configuration cannot be read", issuerAway);
                            OutcomeResponse.send(
                                    request,
                                    response,
                                    HttpStatus.SERVICE_UNAVAILABLE,
                                    IssueType.TRANSIENT,
                                    "The issuer's configuration cannot be read. Retry later.");
                            return;
                        }
                        response.setContentType("application/json");
                        json.writeValue(response.getOutputStream(), configuration);
                    }
                },
                "/fhir/.well-known/smart-configuration",
                "/.well-known/smart-configuration");
    }

    private static String addressOf(HttpServletRequest request) {
        return request.getRequestURL().toString().replaceAll("(/fhir)?/\\.well-known/.*$", "");
    }

    /** The token endpoint that the issuer itself publishes; remembered once it is known. */
    private static String discover(String issuer) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(ISSUER_TIMEOUT);
        http.setReadTimeout(ISSUER_TIMEOUT);
        JsonNode configuration = RestClient.builder()
                .requestFactory(http)
                .build()
                .get()
                .uri(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration")
                .retrieve()
                .body(JsonNode.class);
        if (configuration == null || !configuration.path("token_endpoint").isTextual()) {
            throw new RestClientException("It names no token_endpoint: set " + TOKEN_ENDPOINT);
        }
        return configuration.path("token_endpoint").asText();
    }

    private static Map<String, Object> smart(Environment environment, Supplier<String> discovered, String own) {
        String issuer = environment.getProperty(ISSUER);
        String tokenEndpoint = environment.getProperty(TOKEN_ENDPOINT);
        if (tokenEndpoint == null) {
            tokenEndpoint = issuer == null ? own + "/oauth2/token" : discovered.get();
        }
        return Map.of(
                "issuer", issuer == null ? own : issuer,
                "token_endpoint", tokenEndpoint,
                "grant_types_supported", List.of("client_credentials"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "scopes_supported", List.of("system/*.cruds", "user/*.cruds", "patient/*.rs"),
                "capabilities", List.of("client-confidential-symmetric", "permission-v2", "permission-patient"));
    }
}
