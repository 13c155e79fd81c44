package se.samspar.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.CodeSystem.ConceptPropertyComponent;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * A rule that the server checks, wherever it is written: a rule class, an invariant of a profile, the profiles
 * themselves, or what looks at every call.
 *
 * @param where name of the class, id of the profile, or what it holds for
 * @param type the rule class; empty for an invariant
 */
record RuleInForce(
        String code, Severity severity, String requirement, String remedy, String where, Optional<Class<?>> type) {

    /** All of them, by code. */
    static List<RuleInForce> all() {
        return Stream.of(classes(), invariants(), profiles())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(RuleInForce::code).thenComparing(RuleInForce::where))
                .toList();
    }

    static List<RuleInForce> classes() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(RuleInfo.class));
        return scanner.findCandidateComponents("se.samspar").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .map(RuleInForce::of)
                .toList();
    }

    private static RuleInForce of(Class<?> type) {
        RuleInfo info = type.getAnnotation(RuleInfo.class);
        return new RuleInForce(
                info.code(), info.severity(), info.requirement(), info.remedy(), type.getName(), Optional.of(type));
    }

    /** Invariants whose key is the code of a rule. They are never set aside; one may hold for several profiles. */
    static List<RuleInForce> invariants() {
        Map<String, ConceptDefinitionComponent> concepts = concepts();
        Map<String, List<String>> profiles = new TreeMap<>();
        PackageFiles.all(StructureDefinition.class).forEach(profile -> profile.getDifferential().getElement().stream()
                .flatMap(element -> element.getConstraint().stream())
                .filter(constraint -> concepts.containsKey(constraint.getKey()))
                .forEach(constraint -> profiles.computeIfAbsent(constraint.getKey(), key -> new ArrayList<>())
                        .add(profile.getIdElement().getIdPart())));
        return profiles.entrySet().stream()
                .map(rule -> ofProfile(
                        concepts.get(rule.getKey()),
                        rule.getValue().stream().sorted().collect(Collectors.joining(", "))))
                .toList();
    }

    private static List<RuleInForce> profiles() {
        return Map.of(
                        RuleCode.PROFILE_CONFORMANCE, "every profile",
                        RuleCode.CODE_KNOWN, "every profile",
                        RuleCode.PARAMETERS_FIT, "every operation",
                        RuleCode.CALLER_MAY_ACT, "every call")
                .entrySet()
                .stream()
                .map(rule -> ofProfile(concepts().get(rule.getKey().code()), rule.getValue()))
                .toList();
    }

    private static RuleInForce ofProfile(ConceptDefinitionComponent concept, String where) {
        return new RuleInForce(
                concept.getCode(),
                Severity.valueOf(property(concept, "severity").toUpperCase(Locale.ROOT)),
                property(concept, "requirement"),
                property(concept, "remedy"),
                where,
                Optional.empty());
    }

    /** The catalogue as clients read it. */
    static Map<String, ConceptDefinitionComponent> concepts() {
        return PackageFiles.one(CodeSystem.class, "rule").getConcept().stream()
                .collect(Collectors.toMap(
                        ConceptDefinitionComponent::getCode, concept -> concept, (one, other) -> one, TreeMap::new));
    }

    static String property(ConceptDefinitionComponent concept, String name) {
        return concept.getProperty().stream()
                .filter(property -> name.equals(property.getCode()))
                .map(ConceptPropertyComponent::getValue)
                .map(value -> value.primitiveValue())
                .findFirst()
                .orElse("");
    }

    @Override
    public String toString() {
        return code + " in " + where;
    }
}
