package se.samspar.pathway.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PlanDefinition;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.pathway.Pathways;
import se.samspar.pathway.Versions;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** One version of a pathway is in force in a region, so that nobody has to ask which. */
@RuleInfo(
        code = "introduced-once",
        severity = Severity.BLOCK,
        requirement = "PWY-3",
        remedy = "Retire the earlier introduction with PlanDefinition/$advance to=retired, then introduce this one.")
final class IntroducedOnce implements Rule<PlanDefinition> {

    @Override
    public Stream<Finding> check(PlanDefinition pathway, RuleContext context) {
        boolean introduces = Pathways.isIn(pathway, PathwayState.INTRODUCED)
                && pathway.hasUrl()
                && context.previous(pathway).isEmpty();
        if (!introduces) {
            return Stream.empty();
        }
        context.serialize(Versions.key(pathway.getUrl()));
        return context.search(PlanDefinition.class, Versions.query(pathway.getUrl())).stream()
                .filter(other -> Pathways.isIn(other, PathwayState.INTRODUCED))
                .filter(other -> !Versions.isSame(other, pathway))
                .findFirst()
                .map(other -> Finding.at("PlanDefinition", "The region has introduced this pathway already."))
                .stream();
    }
}
