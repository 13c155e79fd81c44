package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import se.samspar.security.BodyShape;

/** Large bodies are taken where files are sent along, and not more of them at once than the memory holds. */
class BodyLimitTest {

    private final BodyLimit limit = new BodyLimit(
            new ServerProperties(Path.of("none"), DataSize.ofBytes(100), DataSize.ofBytes(1000), 1, 1, 1, null),
            new BodyShape(100));

    private int handled;

    @Test
    void aLargeBodyIsTakenWhereFilesAreSentAlongOnly() throws Exception {
        for (String path : new String[] {
            "/ServiceRequest/$submit",
            "/ServiceRequest/7/$supplement",
            "/ServiceRequest/7/$answer",
            "/CarePlan/7/$send",
            "/Communication/7/$supplement",
            "/DocumentReference"
        }) {
            assertThat(send(path, 1000, this::handle)).as(path).isEqualTo(200);
            assertThat(send(path, 1001, this::handle)).as(path).isEqualTo(413);
        }
        for (String path : new String[] {
            "/", "/ServiceRequest", "/DocumentReference/7", "/ServiceRequest/7/$triage", "/Communication"
        }) {
            assertThat(send(path, 100, this::handle)).as(path).isEqualTo(200);
            assertThat(send(path, 101, this::handle)).as(path).isEqualTo(413);
        }
        assertThat(handled).isEqualTo(11);
    }

    @Test
    void oneMoreLargeBodyThanMayBeIsTurnedAwayAndASmallOneIsNot() throws Exception {
        int first = send("/DocumentReference", 1000, (request, response) -> {
            assertThat(statusOf("/DocumentReference", 1000)).isEqualTo(503);
            assertThat(statusOf("/DocumentReference", 100)).isEqualTo(200);
        });

        assertThat(first).isEqualTo(200);
        assertThat(statusOf("/DocumentReference", 1000)).isEqualTo(200);
    }

    private void handle(Object request, Object response) {
        handled++;
    }

    private int statusOf(String path, int size) {
        try {
            return send(path, size, this::handle);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private int send(String path, int size, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/fhir" + path);
        request.setPathInfo(path);
        request.setContent(new byte[size]);
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, chain);
        if (response.getStatus() == 503) {
            assertThat(response.getHeader("Retry-After")).isNotBlank();
        }
        return response.getStatus();
    }
}
