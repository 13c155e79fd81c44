package se.samspar.pathway.plan;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** The responsible unit sees a started pathway, and who does something by it unless it is a mistake. What else holds of plans holds of it too. */
@Component
class PathwayPlanParticipation implements Participation<CarePlan> {

    @Override
    public Stream<Reference> units(CarePlan plan, RuleContext context) {
        return PathwayPlans.is(plan) ? PathwayPlans.units(plan) : Stream.empty();
    }

    @Override
    public Stream<Reference> writers(CarePlan plan, RuleContext context) {
        return PathwayPlans.is(plan) ? Stream.of(plan.getAuthor()) : Stream.empty();
    }

    @Override
    public boolean isSeenByMaker(CarePlan plan) {
        return false;
    }
}
