package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import se.samspar.support.HttpAnswer;
import se.samspar.support.UnitClient;

/** What {@code $available-actions} says, held against what happens to whoever tries. */
final class AvailableActions {

    private AvailableActions() {}

    /** The rules that block an action; none where it is allowed. */
    static List<String> blockedBy(UnitClient unit, String path, String action) {
        Parameters actions = unit.get(path + "/$available-actions").expect(200).resource(Parameters.class);
        ParametersParameterComponent found = actions.getParameter().stream()
                .filter(one -> parts(one, "code")
                        .anyMatch(code -> action.equals(code.getValue().primitiveValue())))
                .findFirst()
                .orElseThrow();
        List<String> rules = parts(found, "blockedBy")
                .flatMap(why -> parts(why, "rule"))
                .map(rule -> rule.getValue().primitiveValue())
                .toList();
        assertThat(parts(found, "allowed").map(allowed -> allowed.getValue().primitiveValue()))
                .containsExactly(String.valueOf(rules.isEmpty()));
        return rules;
    }

    /** It is said to be allowed, and passes. */
    static void assertAllowed(UnitClient unit, String path, String action, Supplier<HttpAnswer> attempt) {
        assertThat(blockedBy(unit, path, action)).as(action).isEmpty();
        attempt.get().expect(200);
    }

    /** It is said to be blocked by these rules, which refuse it. */
    static void assertBlocked(
            UnitClient unit, String path, String action, Supplier<HttpAnswer> attempt, String... rules) {
        assertThat(blockedBy(unit, path, action)).as(action).containsExactlyInAnyOrder(rules);
        assertThat(Set.copyOf(attempt.get().refused(422).ruleCodes()))
                .as(action)
                .containsExactlyInAnyOrder(rules);
    }

    private static Stream<ParametersParameterComponent> parts(ParametersParameterComponent of, String name) {
        return of.getPart().stream().filter(part -> part.getName().equals(name));
    }
}
