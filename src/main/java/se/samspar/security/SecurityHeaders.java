package se.samspar.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CompositeHeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What every answer tells a browser: keep nothing, show it in no frame, run and load nothing, tell no other site where one
 * came from. Answers are data, so none of this takes anything from anyone; who sets a header itself keeps it.
 */
public final class SecurityHeaders implements HeaderWriter {

    private static final String NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'";

    private static final long SECONDS_BY_HTTPS = Duration.ofDays(365).toSeconds();

    private final HeaderWriter writers;

    /**
     * @param isPublicByHttps is the public address one of https? Then browsers shall come by no other way, though a proxy
     *     that ends TLS asks by HTTP
     */
    public SecurityHeaders(boolean isPublicByHttps) {
        RequestMatcher byHttps = request -> isPublicByHttps || request.isSecure();
        writers = new CompositeHeaderWriter(List.of(
                new CacheControlHeadersWriter(),
                new XContentTypeOptionsHeaderWriter(),
                new ContentSecurityPolicyHeaderWriter(NOTHING_RUNS),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new HstsHeaderWriter(byHttps, SECONDS_BY_HTTPS, false)));
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        writers.writeHeaders(request, response);
    }
}
