package se.samspar.demo.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** Nobody but the generator says what time it is, and only while it runs. */
@SamsparTest
class YearTimeFilterTest {

    private static final Instant THEN = Instant.parse("2026-03-04T09:00:00Z");

    @Autowired
    SamsparApi api;

    @Autowired
    YearClock clock;

    @Test
    void whileNoYearIsMadeTheHeaderIsRefused() {
        for (String sent : List.of(THEN.toString(), "x " + THEN, "", "null " + THEN)) {
            HttpAnswer refused = submit(sent);
            assertThat(refused.status()).as(sent).isEqualTo(400);
            assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
        }
        assertThat(api.atRoot()
                        .get("actuator/health/readiness", YearTimeFilter.HEADER + ": x " + THEN)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoKnowsTheSecretSaysWhatTimeItIsWhileItIsGood() {
        String secret = clock.open();
        try {
            assertThat(sent(submit(secret + " " + THEN))).isEqualTo(THEN);
            assertThat(submit(secret + " yesterday").status()).isEqualTo(400);
            assertThat(submit(secret.substring(1) + " " + THEN).status()).isEqualTo(400);
            assertThat(sent(api.as("vc-dalby").post("ServiceRequest/$submit", consultation())))
                    .as("without it")
                    .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        } finally {
            clock.close();
        }
        assertThat(submit(secret + " " + THEN).status()).isEqualTo(400);
    }

    private static Instant sent(HttpAnswer submitted) {
        return submitted.expect(200).entry(ServiceRequest.class).getAuthoredOn().toInstant();
    }

    private HttpAnswer submit(String time) {
        return api.as("vc-dalby").post("ServiceRequest/$submit", consultation(), YearTimeFilter.HEADER + ": " + time);
    }

    private static Object consultation() {
        return DemoRequests.submit(DemoRequests.consultation(), TestPatients.next());
    }
}
