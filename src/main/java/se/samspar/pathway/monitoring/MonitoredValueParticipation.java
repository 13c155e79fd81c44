package se.samspar.pathway.monitoring;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.CarePlans;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** The units of a started pathway see and send the values that belong to it: who answers for it, and who does something. */
@Component
class MonitoredValueParticipation implements Participation<Observation> {

    @Override
    public Stream<Reference> units(Observation value, RuleContext context) {
        return Monitoring.plan(value, context).stream().flatMap(PathwayPlans::units);
    }

    @Override
    public Stream<Reference> writers(Observation value, RuleContext context) {
        return units(value, context);
    }

    /** Blocked and sent as the plan is. */
    @Override
    public Stream<Reference> documentedBy(Observation value, RuleContext context) {
        return units(value, context);
    }

    @Override
    public Stream<Reference> sentTo(Observation value, RuleContext context) {
        return Monitoring.plan(value, context).filter(plan -> !PathwayPlans.isMistake(plan)).stream()
                .flatMap(plan -> CarePlans.performers(plan).stream());
    }

    @Override
    public boolean isSeenByMaker(Observation value) {
        return false;
    }

    @Override
    public Stream<Reference> patients(Observation value) {
        return Stream.of(value.getSubject());
    }
}
