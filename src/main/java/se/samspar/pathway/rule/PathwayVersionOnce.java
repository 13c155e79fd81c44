package se.samspar.pathway.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PlanDefinition;
import se.samspar.pathway.Versions;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Patients start in a version of a pathway by its canonical, so that has to name one. */
@RuleInfo(
        code = "pathway-version-once",
        severity = Severity.BLOCK,
        requirement = "PWY-4",
        remedy = "Give the pathway a version that its url has not had.")
final class PathwayVersionOnce implements Rule<PlanDefinition> {

    @Override
    public Stream<Finding> check(PlanDefinition pathway, RuleContext context) {
        boolean isNamedAnew = pathway.hasUrl()
                && pathway.hasVersion()
                && context.previous(pathway)
                        .filter(before -> pathway.getUrl().equals(before.getUrl())
                                && pathway.getVersion().equals(before.getVersion()))
                        .isEmpty();
        if (!isNamedAnew) {
            return Stream.empty();
        }
        context.serialize(Versions.key(pathway.getUrl()));
        return context.search(PlanDefinition.class, Versions.query(pathway.getUrl(), pathway.getVersion())).stream()
                .filter(other -> !Versions.isSame(other, pathway))
                .findFirst()
                .map(other -> Finding.at("PlanDefinition.version", "There is a pathway with this url and version."))
                .stream();
    }
}
