package se.samspar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends requests to one server on this machine. Both servers get the same headers, save for the token. */
final class FhirClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final int port;
    private final String server;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    FhirClient(int port) {
        this.port = port;
        server = "http://127.0.0.1:" + port;
    }

    /** Does anything listen at the server's port? */
    boolean isListenedTo() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    void useToken(String unit, String token) {
        tokens.put(unit, token);
    }

    /** Answers the body; fails when the server did not do it. */
    String send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server + "/fhir/" + call.path()))
                .timeout(TIMEOUT)
                .header("Accept", "application/fhir+json")
                // $submit always answers what it wrote: the transaction is asked to do so too.
                .header("Prefer", "return=representation");
        if (call.body() == null) {
            request.method(call.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/fhir+json")
                    .method(call.method(), BodyPublishers.ofString(call.body()));
        }
        String token = tokens.get(call.unit());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build());
    }

    /** @param path from the root of the server */
    String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .timeout(TIMEOUT)
                .build());
    }

    String postForm(String path, String form, String authorization) {
        return send(HttpRequest.newBuilder(URI.create(server + path))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    private String send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("%s %s: %d %.800s"
                        .formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
            }
            return answer.body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
