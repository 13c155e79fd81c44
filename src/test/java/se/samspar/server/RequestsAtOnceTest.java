package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import se.samspar.rule.Actor;
import se.samspar.store.Call;

/** Whose requests are counted together; how they are refused is tried in {@link TightLimitsTest}. */
class RequestsAtOnceTest {

    private final RequestsAtOnce limit = new RequestsAtOnce(
            new ServerProperties(Path.of("none"), DataSize.ofBytes(1), DataSize.ofBytes(1), 1, 2, 1, null));

    @Test
    void aClientIsCountedForEachUnitThatItActsFor() throws Exception {
        int first = send(by("journal", "A"), (one, response) -> {
            assertThat(status(by("journal", "A"), (two, ignored) -> {
                        assertThat(status(by("journal", "A"), null)).isEqualTo(429);
                        assertThat(status(by("journal", "B"), null)).isEqualTo(200);
                        assertThat(status(by("annan", "A"), null)).isEqualTo(200);
                        assertThat(status(from("10.0.0.1"), null)).isEqualTo(200);
                    }))
                    .isEqualTo(200);
            assertThat(status(by("journal", "A"), null)).isEqualTo(200);
        });

        assertThat(first).isEqualTo(200);
    }

    @Test
    void withoutATokenTheAddressIsCounted() throws Exception {
        int first = send(from("10.0.0.1"), (one, response) -> {
            assertThat(status(from("10.0.0.1"), null)).isEqualTo(429);
            assertThat(status(from("10.0.0.2"), null)).isEqualTo(200);
        });

        assertThat(first).isEqualTo(200);
        assertThat(status(from("10.0.0.1"), null)).isEqualTo(200);
    }

    @Test
    void whatFailsIsOver() throws Exception {
        for (int i = 0; i < 3; i++) {
            try {
                send(from("10.0.0.1"), (request, response) -> {
                    throw new IllegalStateException("failed");
                });
            } catch (IllegalStateException expected) {
                assertThat(expected).hasMessage("failed");
            }
        }

        assertThat(status(from("10.0.0.1"), null)).isEqualTo(200);
    }

    private static MockHttpServletRequest by(String client, String unit) {
        MockHttpServletRequest request = from("10.0.0.1");
        request.setAttribute(
                Call.ACTOR_ATTRIBUTE,
                new Actor(
                        client,
                        Optional.of(unit),
                        Optional.of(unit),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of()));
        return request;
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/fhir/metadata");
        request.setRemoteAddr(address);
        return request;
    }

    private int status(MockHttpServletRequest request, FilterChain chain) {
        try {
            return send(request, chain);
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private int send(MockHttpServletRequest request, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(request, response, chain == null ? (asked, answered) -> {} : chain);
        return response.getStatus();
    }
}
