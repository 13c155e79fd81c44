package se.samspar.guard;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** RULES.md, written from the rule classes and the invariants. */
final class RulesDocument {

    private static final String HEAD =
            """
            # Rules

            Every rule that the server checks, on every way of writing. Generated from the rule classes, the invariants of the profiles and
            `CodeSystem/rule`: do not edit, run `mvn test -Dtest=RulesDocumentTest -Dsamspar.rewrite=true`. The same catalogue is at `/fhir/CodeSystem/rule`;
            cases for each rule are in `src/test/resources/cases`.

            block: never set aside; justify: refused unless a documented justification names the rule; warn: accepted, and said in the answer.

            | code | severity | requirement | class, profile or what it holds for | what to do |
            |---|---|---|---|---|
            """;

    private RulesDocument() {}

    static String text() {
        Set<String> inForce = RuleInForce.all().stream().map(RuleInForce::code).collect(Collectors.toSet());
        String rows = RuleInForce.all().stream().map(RulesDocument::row).collect(Collectors.joining());
        String later = RuleInForce.concepts().keySet().stream()
                .filter(code -> !inForce.contains(code))
                .map(code -> "`" + code + "`")
                .collect(Collectors.joining(", "));
        return HEAD + rows + (later.isEmpty() ? "" : "\nCodes without a rule so far: " + later + ".\n");
    }

    private static String row(RuleInForce rule) {
        return "| `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        rule.code(),
                        rule.severity().name().toLowerCase(Locale.ROOT),
                        rule.requirement().replace(",", ", "),
                        where(rule),
                        rule.remedy());
    }

    private static String where(RuleInForce rule) {
        return rule.type()
                .map(type -> "[%s](src/main/java/%s.java)"
                        .formatted(type.getSimpleName(), type.getName().replace('.', '/')))
                .orElse(rule.where());
    }
}
