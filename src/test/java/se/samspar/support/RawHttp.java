package se.samspar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Requests byte by byte, also those that no proper client would send. */
public final class RawHttp {

    private RawHttp() {}

    /**
     * An answer as it comes over the wire: status, headers and body in one text.
     *
     * @param text all of it
     */
    public record Answer(String text) {

        public int status() {
            return Integer.parseInt(text.split(" ", 3)[1]);
        }

        /** The value of the only header with this name; null when there is none. */
        public String header(String name) {
            return text.substring(0, text.indexOf("\r\n\r\n"))
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .reduce((one, other) -> one + " AND " + other)
                    .orElse(null);
        }

        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }
    }

    /**
     * Sends one request and reads the answer to its end.
     *
     * @param line method and path, such as {@code GET /fhir/metadata}
     */
    public static Answer send(String baseUrl, String line, String body, String... headers) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        // HTTP/1.0, so that the answer comes in one piece.
        StringBuilder head = new StringBuilder(line + " HTTP/1.0\r\nHost: localhost\r\nConnection: close\r\n");
        Arrays.stream(headers).forEach(header -> head.append(header).append("\r\n"));
        if (content.length > 0) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        URI server = URI.create(baseUrl);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().write(content);
            return new Answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
