package se.samspar.pathway.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.consent.Cases;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.fhir.generated.PrincipalType;
import se.samspar.pathway.Pathways;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * Before a region has made out what a pathway asks of it and has introduced it, nobody is promised one. A unit of a region
 * starts its own region's; which region a private or municipal unit works for is not known here.
 */
@RuleInfo(
        code = "pathway-introduced",
        severity = Severity.BLOCK,
        requirement = "PWY-2,PWY-3",
        remedy = "Choose an introduced pathway, or introduce it with PlanDefinition/$introduce.")
final class PathwayIntroduced implements Rule<CarePlan> {

    private final Directory directory;

    PathwayIntroduced(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(CarePlan plan, RuleContext context) {
        boolean starts = PathwayPlans.is(plan)
                && context.previous(plan)
                        .filter(before -> Base.compareDeep(
                                before.getInstantiatesCanonical(), plan.getInstantiatesCanonical(), true))
                        .isEmpty();
        return starts ? fault(plan, context).map(PathwayIntroduced::finding).stream() : Stream.empty();
    }

    private Optional<String> fault(CarePlan plan, RuleContext context) {
        Optional<PlanDefinition> pathway = PathwayPlans.pathway(plan, Records.of(context));
        Optional<Reference> region = pathway.flatMap(Pathways::region);
        if (pathway.isEmpty()) {
            return Optional.of("There is no pathway with this url and version.");
        } else if (region.isEmpty() || !Pathways.isIn(pathway.get(), PathwayState.INTRODUCED)) {
            return Optional.of("The pathway is not one that a region has introduced.");
        }
        return Optional.of("Another region has introduced the pathway.")
                .filter(text -> isOfAnother(plan.getAuthor(), region.get()));
    }

    private boolean isOfAnother(Reference unit, Reference region) {
        return directory.principal(unit).filter(PrincipalType.REGION::equals).isPresent()
                && directory
                        .organization(unit)
                        .map(Directory::careProvider)
                        .filter(own -> Cases.isSame(own, region))
                        .isEmpty();
    }

    private static Finding finding(String text) {
        return Finding.at("CarePlan.instantiatesCanonical", text);
    }
}
