package se.samspar.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import se.samspar.rule.Actor;

/** Which paths are open and which need what; everything not named is closed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SecurityProperties.class, SearchLimits.class})
class SecurityConfiguration {

    /** What a client needs before it can have a token, and our own conformance resources (contract section 8). */
    private static final String[] OPEN = {
        "/",
        "/fhir/metadata",
        "/fhir/.well-known/smart-configuration",
        "/.well-known/smart-configuration",
        "/fhir/package.tgz",
        "/fhir/StructureDefinition/**",
        "/fhir/StructureDefinition",
        "/fhir/CodeSystem/**",
        "/fhir/CodeSystem",
        "/fhir/ValueSet/**",
        "/fhir/ValueSet",
        "/fhir/NamingSystem/**",
        "/fhir/NamingSystem",
        "/fhir/OperationDefinition/**",
        "/fhir/OperationDefinition",
        "/fhir/SearchParameter/**",
        "/fhir/SearchParameter",
        "/actuator/health/**"
    };

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain resourceServer(HttpSecurity http, Units units, SecurityProperties properties) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll() // the answer to what was refused already
                        .requestMatchers(HttpMethod.GET, OPEN)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasAuthority("SCOPE_" + Actor.ADMIN_SCOPE)
                        .requestMatchers("/fhir/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(TokenRefusal::send)
                        .withObjectPostProcessor(TokenRefusal.alsoWhenTheIssuerIsAway()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(TokenRefusal::send)
                        .accessDeniedHandler((request, response, denied) -> OutcomeResponse.send(
                                request,
                                response,
                                HttpStatus.FORBIDDEN,
                                IssueType.FORBIDDEN,
                                "Not open to this token.")))
                .addFilterAfter(new ActorFilter(units, properties), BearerTokenAuthenticationFilter.class)
                .headers(headers -> headers.disable()) // BrowserConfiguration: not of this chain only
                // Bearer tokens are not sent by browsers on their own, so there is nothing to forge.
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** Paths that could be read in two ways, as one with a double slash. */
    @Bean
    RequestRejectedHandler rejectedPaths() {
        return (request, response, rejected) -> OutcomeResponse.send(
                request, response, HttpStatus.BAD_REQUEST, IssueType.INVALID, "The path of the URL is malformed.");
    }

    /** Spring cannot even match a path that begins with a double slash, and would fail before it rejects it. */
    @Bean
    FilterRegistrationBean<Filter> pathsThatSpringRejects(RequestRejectedHandler rejected) {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>((request, response, chain) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            if (http.getRequestURI().startsWith("//")) {
                rejected.handle(http, (HttpServletResponse) response, new RequestRejectedException("double slash"));
            } else {
                chain.doFilter(request, response);
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2); // after the headers of every answer, and the access log
        return filter;
    }
}
