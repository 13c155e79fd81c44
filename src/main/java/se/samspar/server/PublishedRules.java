package se.samspar.server;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.rule.Finding;
import se.samspar.rule.Severity;
import se.samspar.store.Judgement;

/** The rules as {@code CodeSystem/rule} has them, for what is found by none of the rule classes. */
@Component
class PublishedRules {

    private final Map<String, ConceptDefinitionComponent> rules;

    PublishedRules(FhirPackage fhirPackage) {
        rules = fhirPackage.own().stream()
                .filter(CodeSystem.class::isInstance)
                .map(CodeSystem.class::cast)
                .filter(codeSystem -> CodeSystems.RULE.equals(codeSystem.getUrl()))
                .flatMap(codeSystem -> codeSystem.getConcept().stream())
                .collect(Collectors.toMap(ConceptDefinitionComponent::getCode, Function.identity()));
    }

    boolean have(String code) {
        return rules.containsKey(code);
    }

    /** A finding under the code of a rule that there is. */
    Judgement judge(String code, Finding finding) {
        ConceptDefinitionComponent rule = rules.get(code);
        return new Judgement(
                code,
                Severity.valueOf(property(rule, "severity").toUpperCase(Locale.ROOT)),
                property(rule, "remedy"),
                property(rule, "requirement"),
                finding);
    }

    private static String property(ConceptDefinitionComponent rule, String name) {
        return rule.getProperty().stream()
                .filter(property -> name.equals(property.getCode()))
                .map(ConceptPropertyComponent::getValue)
                .map(value -> value.primitiveValue())
                .findFirst()
                .orElse("");
    }
}
