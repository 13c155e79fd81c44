package se.samspar.outpatient.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.directory.Directory;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** Says in a plan of a case which needs it leaves open, and in a planning which units have written in it. */
@Component
class PlanPreparation implements Preparation<CarePlan> {

    private final Directory directory;

    PlanPreparation(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void prepare(CarePlan plan, RuleContext context) {
        boolean isPlanning = CarePlans.is(plan, CarePlanType.SHARED_PLANNING);
        if (isPlanning || CarePlans.is(plan, CarePlanType.COORDINATED_PLAN)) {
            Needs.markUnresolved(plan);
            plan.getContributor().forEach(directory::resolve);
            plan.getActivity().stream()
                    .flatMap(activity -> activity.getDetail().getPerformer().stream())
                    .forEach(directory::resolve);
        }
        if (isPlanning
                && context.previous(plan)
                        .filter(before -> CarePlans.isMovedOnly(before, plan))
                        .isEmpty()) {
            plan.setContributor(writers(context.previous(plan), context));
        }
    }

    private static List<Reference> writers(Optional<CarePlan> previous, RuleContext context) {
        List<Reference> writers = new ArrayList<>();
        Stream.concat(
                        previous.map(CarePlan::getContributor).stream().flatMap(List::stream),
                        context.actor().organization().stream())
                .filter(unit -> writers.stream().noneMatch(known -> Cases.isSame(known, unit)))
                .forEach(unit -> writers.add(new Reference(unit.getReference())));
        return writers;
    }
}
