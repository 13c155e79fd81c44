package se.samspar.notification.delivery;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import se.samspar.notification.NotificationProperties;

/**
 * Posts notifications. It connects to the very address that was checked, follows no redirects, and lets no endpoint keep it
 * longer than its time, however slowly that answers.
 */
@Component
class Sender {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final int SUCCESS = 200;
    private static final int REDIRECT = 300;

    private final Endpoints endpoints;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "notification-timeout"));

    Sender(Endpoints endpoints, NotificationProperties properties, SslBundles bundles) {
        this.endpoints = endpoints;
        this.http = client(properties, bundles);
    }

    private CloseableHttpClient client(NotificationProperties properties, SslBundles bundles) {
        Timeout timeout = Timeout.of(properties.timeout());
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedAddresses())
                .setMaxConnTotal(properties.deliveries())
                .setMaxConnPerRoute(properties.deliveries())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build());
        if (!properties.sslBundle().isBlank()) {
            connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(
                    bundles.getBundle(properties.sslBundle()).createSslContext()));
        }
        return HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(timeout).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Samspar")
                .build();
    }

    /** Posts a body; why it was not taken, in words without anything secret, or empty when it was. */
    Optional<String> post(String endpoint, List<String> headers, String body, Duration timeout) {
        Optional<String> obstacle = endpoints.obstacle(endpoint);
        if (obstacle.isPresent()) {
            return obstacle;
        }
        HttpPost post = new HttpPost(endpoint);
        headers.stream()
                .map(header -> header.split(":", 2))
                .forEach(header -> post.addHeader(header[0].strip(), header[1].strip()));
        post.setEntity(new StringEntity(body, ContentType.create(FHIR_JSON, StandardCharsets.UTF_8)));
        ScheduledFuture<?> end = watch.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return http.execute(post, Sender::refusal);
        } catch (IOException | RuntimeException failure) {
            return Optional.of(post.isCancelled() ? "The endpoint did not answer in time." : word(failure));
        } finally {
            end.cancel(false);
        }
    }

    /** What it says beside its status is of no interest, and is not kept waiting for. */
    private static Optional<String> refusal(ClassicHttpResponse answer) {
        int status = answer.getCode();
        return status >= SUCCESS && status < REDIRECT
                ? Optional.empty()
                : Optional.of("The endpoint answered %d.".formatted(status));
    }

    private static String word(Exception failure) {
        if (failure instanceof UnknownHostException) {
            return "The host of the endpoint has no address that notifications may go to.";
        }
        return failure instanceof SSLException
                ? "The endpoint is not trusted."
                : "The endpoint could not be reached, or did not answer in time.";
    }

    @PreDestroy
    void close() throws IOException {
        watch.shutdownNow();
        http.close();
    }

    /** What is checked is what is connected to. */
    private final class CheckedAddresses implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return endpoints.addresses(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
