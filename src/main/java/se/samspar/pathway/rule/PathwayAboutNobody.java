package se.samspar.pathway.rule;

import ca.uhn.fhir.context.FhirContext;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.PersonalIdentity;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Every unit reads a pathway, its comments and what is said of it, and nothing of that is ever taken away. */
@RuleInfo(
        code = "pathway-about-nobody",
        severity = Severity.BLOCK,
        requirement = "PWY-2,ALL-3",
        remedy = "Leave the number out, and whatever else tells of a person; write telephone numbers in groups.")
final class PathwayAboutNobody implements Rule<PlanDefinition> {

    private final FhirContext fhirContext;

    PathwayAboutNobody(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    @Override
    public Stream<Finding> check(PlanDefinition pathway, RuleContext context) {
        Set<String> before =
                context.previous(pathway).stream().flatMap(this::texts).collect(Collectors.toSet());
        boolean tells = texts(pathway).filter(text -> !before.contains(text)).anyMatch(PersonalIdentity::occursIn);
        return tells
                ? Stream.of(Finding.at("PlanDefinition", "A text has the personal identity number of somebody in it."))
                : Stream.empty();
    }

    /** All that is written in words, in extensions too. */
    private Stream<String> texts(PlanDefinition pathway) {
        return fhirContext.newTerser().getAllPopulatedChildElementsOfType(pathway, StringType.class).stream()
                .map(StringType::getValue);
    }
}
