package se.samspar.security;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import se.samspar.store.AccessReason;

/** What browsers are told: the same headers with every answer, and which sites' scripts may ask at all. */
@Configuration(proxyBeanMethods = false)
class BrowserConfiguration {

    /** What a script may send besides what every page may. */
    private static final List<String> REQUEST_HEADERS = List.of(
            "Authorization",
            "Content-Type",
            "Accept",
            "If-Match",
            "If-None-Match",
            "If-None-Exist",
            "If-Modified-Since",
            "Prefer",
            "Idempotency-Key",
            "X-Request-Id",
            AccessReason.HEADER);

    private static final List<String> ANSWER_HEADERS =
            List.of("ETag", "Last-Modified", "Location", "Content-Location", "Retry-After", "Warning", "X-Request-Id");

    private static final Duration PREFLIGHT_HOLDS = Duration.ofHours(1);

    /** Before all others, so that what they refuse has the headers too. */
    @Bean
    FilterRegistrationBean<HeaderWriterFilter> securityHeaders(
            @Value("${samspar.server.base-url:}") String publicAddress) {
        FilterRegistrationBean<HeaderWriterFilter> filter = new FilterRegistrationBean<>(
                new HeaderWriterFilter(List.of(new SecurityHeaders(publicAddress.startsWith("https:")))) {
                    @Override
                    protected boolean shouldNotFilterErrorDispatch() {
                        return false; // some answers begin as an error of Tomcat's
                    }
                });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Without configured origins there is none of this, and a browser refuses other sites' scripts by itself. */
    @Bean
    @ConditionalOnExpression("!'${samspar.security.cors-origins:}'.isBlank()")
    FilterRegistrationBean<CorsFilter> corsFilter(SecurityProperties properties) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(properties.corsOrigins());
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH"));
        allowed.setAllowedHeaders(REQUEST_HEADERS);
        allowed.setExposedHeaders(ANSWER_HEADERS);
        allowed.setMaxAge(PREFLIGHT_HOLDS);
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", allowed);
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(new CorsFilter(source));
        filter.addUrlPatterns("/fhir/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3); // a preflight carries no token
        return filter;
    }
}
