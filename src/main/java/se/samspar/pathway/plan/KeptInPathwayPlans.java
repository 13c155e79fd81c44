package se.samspar.pathway.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Extension;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.ServerKept;

/** Where a patient is on the way through a pathway, since when and by when is what operations have written. */
@Component
class KeptInPathwayPlans implements ServerKept<CarePlan> {

    private static final Set<String> KEPT = Set.of(Extensions.ENTRY_PHASE, Extensions.PHASE_TIME);

    @Override
    public Stream<Finding> claimed(CarePlan plan, RuleContext context) {
        Optional<CarePlan> previous = context.previous(plan);
        boolean isPathway =
                PathwayPlans.is(plan) || previous.filter(PathwayPlans::is).isPresent();
        if (!isPathway || !context.isWrittenByClient(plan)) {
            return Stream.empty();
        }
        return previous.map(before -> changed(before, plan))
                .orElseGet(() -> Stream.of(
                        Finding.at("CarePlan", "PlanDefinition/$start-pathway starts a pathway for a patient.")));
    }

    private static Stream<Finding> changed(CarePlan before, CarePlan after) {
        // That it was started by mistake is all that the unit says itself, with the reason.
        Stream<Optional<String>> end = PathwayPlans.isMistake(after)
                ? Stream.empty()
                : Stream.of(
                        differs("status", before, after, plan -> List.of(plan.getStatusElement())),
                        differs("extension", before, after, plan -> plan.getExtensionsByUrl(Extensions.LEAVE_REASON)));
        Stream<Optional<String>> way = Stream.of(
                differs("period", before, after, plan -> List.of(plan.getPeriod())),
                differs("instantiatesCanonical", before, after, CarePlan::getInstantiatesCanonical),
                differs("author", before, after, plan -> List.of(plan.getAuthor())),
                differs("supportingInfo", before, after, CarePlan::getSupportingInfo),
                differs("extension", before, after, KeptInPathwayPlans::kept),
                differs("activity.detail.code", before, after, plan -> PathwayPlans.details(plan)
                        .map(detail -> detail.getCode())
                        .toList()),
                differs("activity.detail.scheduled", before, after, plan -> PathwayPlans.details(plan)
                        .map(detail -> detail.hasScheduled() ? detail.getScheduled() : new Extension())
                        .toList()));
        return Stream.concat(end, way)
                .flatMap(Optional::stream)
                .distinct()
                .map(element -> Finding.at(
                        "CarePlan." + element,
                        "CarePlan/$move-phase and CarePlan/$leave-pathway change where the patient is and by when;"
                                + " who answers for it and what it came from stay. What"
                                + " was started by mistake becomes entered-in-error, with a leave-reason."));
    }

    private static Optional<String> differs(
            String element, CarePlan before, CarePlan after, Function<CarePlan, List<? extends Base>> part) {
        return Base.compareDeep(part.apply(before), part.apply(after), true) ? Optional.empty() : Optional.of(element);
    }

    private static List<Extension> kept(CarePlan plan) {
        return plan.getExtension().stream()
                .filter(extension -> KEPT.contains(extension.getUrl()))
                .toList();
    }
}
