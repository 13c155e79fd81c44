package se.samspar.registration.visittime;

import org.hl7.fhir.r4.model.Encounter;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.store.Preparation;

/** Keeps the times of visits in step with their Encounters: notes each that is written, settles all before commit. */
@Component
class VisitTimeKeeper implements Preparation<Encounter>, Consequence<Encounter> {

    private final VisitPeriods periods;

    VisitTimeKeeper(VisitPeriods periods) {
        this.periods = periods;
    }

    @Override
    public void prepare(Encounter encounter, RuleContext context) {
        VisitClaims.written(encounter);
    }

    @Override
    public void follow(Encounter encounter, RuleContext context) {
        VisitClaims.settle(context, periods);
    }
}
