package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** URLs that are refused before they reach the FHIR endpoint are refused in its form. */
@SamsparTest
class MalformedUrlsTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @CsvSource({
        "/fhir//Patient,                400",
        "//fhir/Patient,                400",
        "/fhir/Patient;a=b/1,           400",
        "/fhir/Patient?identifier=a{b,  400",
        "/fhir/Patient?identifier=a|b,  200"
    })
    void anUrlThatIsNotWellFormedIsRefusedAndABarIsUnderstood(String url, int status) throws IOException {
        String answer = raw("GET " + url + " HTTP/1.1", api.as("vc-dalby"));

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains(status == 200 ? "\"Bundle\"" : "\"OperationOutcome\"");
    }

    /** What Java's own client refuses to send. */
    private String raw(String requestLine, UnitClient client) throws IOException {
        URI server = URI.create(api.baseUrl());
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            String headers = "\r\nHost: localhost\r\nAuthorization: Bearer " + client.token() + "\r\nConnection: close";
            socket.getOutputStream().write((requestLine + headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
