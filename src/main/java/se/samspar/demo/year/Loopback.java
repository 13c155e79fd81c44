package se.samspar.demo.year;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.Constants;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.demo.DemoUnits;

/**
 * This very server as its clients reach it: with a token of the unit's from the demo's issuer, and the time at which the request
 * is to happen.
 */
final class Loopback {

    /** Tokens are good for an hour. */
    private static final Duration TOKEN_USED = Duration.ofMinutes(45);

    /** Lost a race, or too much at once: the same again is right. */
    private static final Set<Integer> ONCE_MORE = Set.of(409, 412, 429, 503);

    private static final int ATTEMPTS = 4;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private record Token(String value, Instant good) {}

    /** The server does not do what a course meant to do. */
    static final class Refused extends RuntimeException {

        Refused(String what) {
            super(what);
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final FhirContext fhir = FhirContext.forR4Cached();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final LongAdder requests = new LongAdder();
    private final String address;
    private final String secret;

    /**
     * @param address without {@code /fhir}
     * @param secret what lets it say what time it is
     */
    Loopback(String address, String secret) {
        this.address = address;
        this.secret = secret;
    }

    /** How many requests have been answered. */
    long requests() {
        return requests.sum();
    }

    /**
     * What the unit gets for an answer.
     *
     * @param body null where there is none
     * @throws Refused where it is refused
     */
    Resource send(String unit, Instant time, String method, String path, Resource body) {
        HttpResponse<String> answer = attempt(unit, time, method, path, body);
        for (int left = ATTEMPTS - 1; left > 0 && ONCE_MORE.contains(answer.statusCode()); left--) {
            pause();
            answer = attempt(unit, time, method, path, body);
        }
        requests.increment();
        if (answer.statusCode() >= 300) {
            throw new Refused("%s %s by %s at %s was refused with status %d: %s"
                    .formatted(method, path, unit, time, answer.statusCode(), answer.body()));
        }
        return (Resource) fhir.newJsonParser().parseResource(answer.body());
    }

    private HttpResponse<String> attempt(String unit, Instant time, String method, String path, Resource body) {
        return exchange(HttpRequest.newBuilder(URI.create(address + "/fhir/" + path))
                .header("Authorization", "Bearer " + token(unit))
                .header(YearTimeFilter.HEADER, secret + " " + time)
                .header("Content-Type", Constants.CT_FHIR_JSON_NEW)
                .header("Prefer", "return=representation")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(fhir.newJsonParser().encodeResourceToString(body))));
    }

    private String token(String unit) {
        return tokens.compute(
                        unit,
                        (slug, known) -> known != null && Instant.now().isBefore(known.good()) ? known : signIn(slug))
                .value();
    }

    private Token signIn(String unit) {
        Instant good = Instant.now().plus(TOKEN_USED);
        String login = unit + ":" + DemoUnits.secret(unit);
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        try {
            return new Token(
                    new ObjectMapper()
                            .readTree(answer.body())
                            .required("access_token")
                            .asText(),
                    good);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
