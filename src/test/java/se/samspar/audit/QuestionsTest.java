package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuestionsTest {

    @Test
    void aReasonIsReadAsUtf8OrAsLatin() {
        String reason = "Medvetslös på akuten";
        String asTheContainerReadsUtf8 =
                new String(reason.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Questions.reason(asTheContainerReadsUtf8)).isEqualTo(reason);
        assertThat(Questions.reason(reason)).isEqualTo(reason);
        assertThat(Questions.reason(" ")).isNull();
        assertThat(Questions.reason(null)).isNull();
    }

    @Test
    void whatPostgresDoesNotStoreAndWhatIsTooLongIsReplaced() {
        assertThat(Questions.plain("a\0b")).isEqualTo("a\uFFFDb");
        assertThat(Questions.plain("x".repeat(10_000))).hasSize(8_001).endsWith("…");
    }

    @Test
    void aSearchNamesPatientsByReferenceAndById() {
        assertThat(Questions.patients("Task", Map.of("patient", new String[] {"a,Patient/b"}, "focus", new String[] {
                    "https://x/fhir/Patient/c"
                })))
                .containsExactlyInAnyOrder("a", "b", "c");
        assertThat(Questions.patients("Patient", Map.of("_id", new String[] {"d"})))
                .containsExactly("d");
        assertThat(Questions.patients("Task", Map.of("_id", new String[] {"d"})))
                .isEmpty();
    }
}
