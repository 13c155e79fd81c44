package se.samspar.pathway.monitoring;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Who comes to see a started pathway sees the values that belong to it, and no longer than that. */
@Component
class MonitoredPlanParticipation implements Participation<CarePlan> {

    @Override
    public Stream<Reference> units(CarePlan plan, RuleContext context) {
        return Stream.empty();
    }

    @Override
    public boolean isSeenByMaker(CarePlan plan) {
        return false;
    }

    @Override
    public Stream<Observation> dependents(CarePlan plan, RuleContext context) {
        return PathwayPlans.is(plan)
                ? context.search(Observation.class, "based-on=" + ResourcePath.of(plan)).stream()
                : Stream.empty();
    }
}
