package se.samspar.pathway.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.consent.Cases;
import se.samspar.directory.Directory;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.Parties;
import se.samspar.fhir.ResourcePath;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Who does something by a plan reads it: outside the care provider only those who had the request that it came from. */
@RuleInfo(
        code = "pathway-parties",
        severity = Severity.BLOCK,
        requirement = "PWY-1,ALL-3",
        remedy = "Name a unit of your own care provider, or ask the unit by a request that belongs to the pathway.")
final class PathwayParties implements Rule<CarePlan> {

    private final Directory directory;

    PathwayParties(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(CarePlan plan, RuleContext context) {
        if (!PathwayPlans.is(plan)) {
            return Stream.empty();
        }
        List<Reference> before =
                context.previous(plan).map(CarePlans::performers).orElse(List.of());
        boolean hasStranger = CarePlans.performers(plan).stream()
                .filter(unit -> before.stream().noneMatch(known -> Cases.isSame(known, unit)))
                .anyMatch(unit -> !isOfSameProvider(unit, plan.getAuthor()) && !hadRequest(unit, plan, context));
        return hasStranger
                ? Stream.of(Finding.at(
                        "CarePlan.activity.detail.performer",
                        "The unit is neither of the same care provider nor of the request that the pathway came from."))
                : Stream.empty();
    }

    private boolean isOfSameProvider(Reference unit, Reference author) {
        Optional<String> provider = provider(unit);
        return provider.isPresent() && provider.equals(provider(author));
    }

    private Optional<String> provider(Reference unit) {
        return directory.organization(unit).map(Directory::careProvider).map(ResourcePath::of);
    }

    private boolean hadRequest(Reference unit, CarePlan plan, RuleContext context) {
        return plan.getSupportingInfo().stream()
                .flatMap(origin -> context.resolve(origin, ServiceRequest.class).stream())
                .flatMap(Parties::of)
                .flatMap(party -> directory.unitOf(party).stream())
                .anyMatch(party ->
                        Cases.isSame(unit, new Reference(party.getIdElement().toUnqualifiedVersionless())));
    }
}
