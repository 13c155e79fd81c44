package se.samspar.pathway.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.PrincipalType;
import se.samspar.pathway.Pathways;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Regions introduce pathways: not their units, and not other principals. */
@RuleInfo(
        code = "region-introduces",
        severity = Severity.BLOCK,
        requirement = "PWY-3",
        remedy = "Name the region itself: the care provider whose principal-type is region.")
final class RegionIntroduces implements Rule<PlanDefinition> {

    private final Directory directory;

    RegionIntroduces(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(PlanDefinition pathway, RuleContext context) {
        return Pathways.region(pathway).filter(region -> !isRegion(region)).stream()
                .map(region -> Finding.at("PlanDefinition.extension", "A pathway is introduced by a region."));
    }

    private boolean isRegion(Reference organization) {
        boolean isCareProvider = directory
                .organization(organization)
                .filter(found -> !found.hasPartOf())
                .isPresent();
        return isCareProvider && directory.principal(organization).equals(Optional.of(PrincipalType.REGION));
    }
}
