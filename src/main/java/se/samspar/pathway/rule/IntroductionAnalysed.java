package se.samspar.pathway.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PlanDefinition;
import se.samspar.pathway.Pathways;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A region introduces a pathway when it knows what that means for it. */
@RuleInfo(
        code = "introduction-analysed",
        severity = Severity.BLOCK,
        requirement = "PWY-3",
        remedy = "Fill in the missing parts of the analysis and name an indicator.")
final class IntroductionAnalysed implements Rule<PlanDefinition> {

    /** The parts that an analysis has, and what is missing without them. */
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("patientGroup", "which patients it is about (patientGroup.text)");
        PARTS.put("size", "how many patients there are (patientGroup.size)");
        PARTS.put("affected", "which units and professions are affected (affected)");
        PARTS.put("start", "what is to start (start)");
        PARTS.put("document", "which knowledge documents, routines or agreements change (document)");
        PARTS.put("indicator", "which indicators follow it up (indicator)");
    }

    @Override
    public Stream<Finding> check(PlanDefinition pathway, RuleContext context) {
        if (Pathways.region(pathway).isEmpty() || context.previous(pathway).isPresent()) {
            return Stream.empty();
        }
        Extension analysis = Pathways.analysis(pathway).orElseGet(Extension::new);
        return PARTS.entrySet().stream()
                .filter(part -> Pathways.part(analysis, part.getKey()).isEmpty())
                .map(part -> Finding.at(
                        "PlanDefinition.extension", "The analysis does not say %s.".formatted(part.getValue())));
    }
}
