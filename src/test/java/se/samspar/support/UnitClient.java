package se.samspar.support;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Resource;

/** Sends FHIR requests with one token. Paths are relative to the FHIR base. */
public final class UnitClient {

    private static final String FHIR_JSON = "application/fhir+json";

    private final HttpClient http;
    private final Supplier<String> base;
    private final String token;

    UnitClient(HttpClient http, String base, String token) {
        this(http, () -> base, token);
    }

    /** Asks for each request where it goes. */
    UnitClient(HttpClient http, Supplier<String> base, String token) {
        this.http = http;
        this.base = base;
        this.token = token;
    }

    public String token() {
        return token;
    }

    static String token(HttpClient http, String baseUrl, String client, String scope) {
        return tokenFor(
                http,
                baseUrl,
                client,
                scope == null ? "" : "&scope=" + URLEncoder.encode(scope, StandardCharsets.UTF_8));
    }

    /** @param more further parameters of the form, each with its ampersand */
    static String tokenFor(HttpClient http, String baseUrl, String client, String more) {
        String form = "grant_type=client_credentials" + more;
        String basic =
                Base64.getEncoder().encodeToString((client + ":demo-" + client).getBytes(StandardCharsets.UTF_8));
        HttpAnswer answer = send(
                http,
                HttpRequest.newBuilder(URI.create(baseUrl + "/oauth2/token"))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
        if (answer.status() != 200) {
            throw new IllegalStateException("No token for " + client + ": " + answer.body());
        }
        return answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
    }

    public HttpAnswer get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    /** Reads a file as it is. */
    public HttpResponse<byte[]> download(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(base.get() + path))
                            .header("Authorization", "Bearer " + token)
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Posts a resource, or a JSON string as it is. */
    public HttpAnswer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    public HttpAnswer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    public HttpAnswer patch(String path, String jsonPatch, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 1);
        all[headers.length] = "Content-Type: application/json-patch+json";
        return send("PATCH", path, jsonPatch, all);
    }

    public HttpAnswer delete(String path, String... headers) {
        return send("DELETE", path, null, headers);
    }

    /** Reads a resource that has to be there. */
    public <T extends Resource> T read(Class<T> type, String id) {
        return get(type.getSimpleName() + "/" + id).expect(200).resource(type);
    }

    /**
     * Sends any request.
     *
     * @param headers as {@code Name: value}
     */
    public HttpAnswer send(String method, String path, Object body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base.get() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.setHeader("Content-Type", FHIR_JSON);
        }
        for (String header : headers) {
            String[] parts = header.split(": ", 2);
            request.setHeader(parts[0], parts[1]);
        }
        return send(http, request);
    }

    private static String json(Object body) {
        return body instanceof IBaseResource resource
                ? FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource)
                : body.toString();
    }

    private static HttpAnswer send(HttpClient http, HttpRequest.Builder request) {
        try {
            return new HttpAnswer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
