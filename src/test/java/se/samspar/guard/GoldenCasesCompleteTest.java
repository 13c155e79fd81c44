package se.samspar.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samspar.cases.GoldenCase;

/** Every rule has a golden case that breaks it, one that keeps it, and a note that says why the rule is. */
class GoldenCasesCompleteTest {

    static Stream<String> codes() {
        return RuleInForce.all().stream().map(RuleInForce::code).distinct();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyRuleHasCasesAndANote(String code) {
        assertThat(GoldenCase.of(code))
                .as("cases in %s, see its README.md", GoldenCase.FOLDER.resolve(code))
                .anyMatch(golden -> golden.expected().names(code))
                .anyMatch(golden -> !golden.expected().names(code));
        assertThat(GoldenCase.FOLDER.resolve(code).resolve("notes.md")).isNotEmptyFile();
    }

    @Test
    void everyCaseIsAboutARule() {
        assertThat(GoldenCase.all()).extracting(GoldenCase::rule).isSubsetOf(codes().toList());
    }
}
