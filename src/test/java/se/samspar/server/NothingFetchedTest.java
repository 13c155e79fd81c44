package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import se.samspar.support.RawHttp;
import se.samspar.support.RawHttp.Answer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * Whatever address a client writes into whatever it sends, the server does not go there: it stands where the client
 * cannot, and would ask on its behalf. The ways are listed in {@code src/test/resources/addresses.txt}.
 */
@SamsparTest
class NothingFetchedTest {

    private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();

    private static HttpServer inside;
    private static String url;

    @Autowired
    SamsparApi api;

    @BeforeAll
    static void somethingListensWhereOnlyTheServerGets() throws IOException {
        inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            ASKED.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inside.start();
        url = "http://localhost:" + inside.getAddress().getPort() + "/inside";
    }

    @AfterAll
    static void stop() {
        inside.stop(0);
    }

    static Stream<String> ways() throws IOException {
        return new ClassPathResource("addresses.txt")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theServerDoesNotGoThere(String way) {
        ASKED.clear();
        for (String client : new String[] {"vc-dalby", "samspar-admin"}) {
            Answer answer = send(way.replace("URL", url), client);
            assertThat(answer.status()).as(answer.text()).isBetween(200, 499);
        }
        assertThat(ASKED).isEmpty();
    }

    private Answer send(String way, String client) {
        String[] cells = way.split("\\s*\\|\\s*", 2);
        String body = cells.length > 1 ? cells[1] : "";
        List<String> headers = new ArrayList<>(
                List.of("Authorization: Bearer " + api.as(client).token()));
        headers.add("Content-Type: application/fhir+" + (body.startsWith("<") ? "xml" : "json"));
        return RawHttp.send(api.baseUrl(), cells[0], body, headers.toArray(String[]::new));
    }

    /** Otherwise the table would show nothing. */
    @Test
    void whoeverGoesThereIsSeen() throws Exception {
        ASKED.clear();
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding());

        assertThat(ASKED).containsExactly("/inside");
    }
}
