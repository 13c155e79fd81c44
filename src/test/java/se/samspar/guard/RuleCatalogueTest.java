package se.samspar.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.ElementDefinition.ConstraintSeverity;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.samspar.rule.Rule;

/** What is published about a rule in CodeSystem/rule is what the rule does. */
class RuleCatalogueTest {

    private static final Map<String, ConceptDefinitionComponent> CONCEPTS = RuleInForce.concepts();

    static Stream<RuleInForce> rules() {
        return RuleInForce.all().stream();
    }

    static Stream<RuleInForce> classes() {
        return RuleInForce.classes().stream();
    }

    @Test
    void thereAreRulesOfEveryKind() {
        assertThat(RuleInForce.classes()).isNotEmpty();
        assertThat(RuleInForce.invariants()).isNotEmpty();
    }

    @Test
    void aRuleIsOneClassOrOneInvariant() {
        assertThat(RuleInForce.all()).extracting(RuleInForce::code).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theCatalogueSaysTheSameAsTheRule(RuleInForce rule) {
        ConceptDefinitionComponent concept = CONCEPTS.get(rule.code());
        assertThat(concept)
                .as("Add the concept %s in profiles/input/fsh/codesystems/rule.fsh", rule.code())
                .isNotNull();
        assertThat(rule.severity().name().toLowerCase(Locale.ROOT))
                .as("severity of %s and in CodeSystem/rule", rule)
                .isEqualTo(RuleInForce.property(concept, "severity"));
        assertThat(rule.requirement())
                .as("requirement of %s and in CodeSystem/rule", rule)
                .isEqualTo(RuleInForce.property(concept, "requirement"));
        assertThat(rule.remedy())
                .as("remedy of %s and in CodeSystem/rule", rule)
                .isEqualTo(RuleInForce.property(concept, "remedy"))
                .isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theRequirementExists(RuleInForce rule) throws IOException {
        assertThat(rule.requirement().split(","))
                .as("%s: ids of src/test/resources/requirements.txt, comma separated", rule)
                .isSubsetOf(requirements());
    }

    @ParameterizedTest
    @MethodSource("classes")
    void aRuleClassIsFinalAndLiesWithTheRulesOfItsFeature(RuleInForce rule) {
        Class<?> type = rule.type().orElseThrow();
        assertThat(Rule.class).isAssignableFrom(type);
        assertThat(Modifier.isFinal(type.getModifiers()))
                .as("%s is final", type)
                .isTrue();
        assertThat(type.getPackageName()).endsWith(".rule");
    }

    @Test
    void anInvariantThatIsARuleBlocks() {
        PackageFiles.all(StructureDefinition.class).stream()
                .flatMap(profile -> profile.getDifferential().getElement().stream())
                .flatMap(element -> element.getConstraint().stream())
                .filter(constraint -> CONCEPTS.containsKey(constraint.getKey()))
                .forEach(constraint -> assertThat(constraint.getSeverity())
                        .as("severity of invariant %s", constraint.getKey())
                        .isEqualTo(ConstraintSeverity.ERROR));
    }

    private static Set<String> requirements() throws IOException {
        try (InputStream list = RuleCatalogueTest.class.getResourceAsStream("/requirements.txt")) {
            return Set.of(new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .trim()
                    .split("\\s+"));
        }
    }
}
