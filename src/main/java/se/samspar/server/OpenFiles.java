package se.samspar.server;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What a client fetches before it has a token: the FHIR package and where tokens come from. */
@Configuration(proxyBeanMethods = false)
class OpenFiles {

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
            Environment environment, com.fasterxml.jackson.databind.ObjectMapper json) {
        return new ServletRegistrationBean<>(
                new HttpServlet() {
                    @Override
                    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
                        response.setContentType("application/json");
                        json.writeValue(response.getOutputStream(), smart(environment, request));
                    }
                },
                "/fhir/.well-known/smart-configuration",
                "/.well-known/smart-configuration");
    }

    private static Map<String, Object> smart(Environment environment, HttpServletRequest request) {
        String own = request.getRequestURL().toString().replaceAll("(/fhir)?/\\.well-known/.*$", "");
        String issuer = environment.getProperty(ISSUER, own);
        String tokenEndpoint = environment.getProperty(TOKEN_ENDPOINT, issuer + "/oauth2/token");
        return Map.of(
                "issuer", issuer,
                "token_endpoint", tokenEndpoint,
                "grant_types_supported", List.of("client_credentials"),
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"),
                "scopes_supported", List.of("system/*.cruds", "user/*.cruds"),
                "capabilities", List.of("client-confidential-symmetric", "permission-v2"));
    }
}
