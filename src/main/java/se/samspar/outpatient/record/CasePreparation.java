package se.samspar.outpatient.record;

import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** Dates plans, and signs each version of a planning by the unit that wrote it. */
@Component
class CasePreparation implements Preparation<CarePlan> {

    @Override
    public void prepare(CarePlan plan, RuleContext context) {
        Cases.lock(plan, context);
        Optional<CarePlan> previous = context.previous(plan);
        plan.setCreated(previous.map(CarePlan::getCreated).orElse(Date.from(context.now())));
        if (CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)) {
            date(plan, previous, context);
        } else if (!CarePlans.is(plan, CarePlanType.PATHWAY_PLAN) // whose author is the unit that answers for it
                && previous.filter(before -> CarePlans.isMovedOnly(before, plan))
                        .isEmpty()) {
            context.actor().organization().ifPresent(plan::setAuthor);
        }
    }

    private static void date(CarePlan aCase, Optional<CarePlan> previous, RuleContext context) {
        aCase.setPeriod(previous.map(before -> before.getPeriod().copy()).orElseGet(aCase::getPeriod));
        if (previous.isEmpty()) {
            aCase.getPeriod().setStart(Date.from(context.now())).setEnd(null);
        } else if (previous.get().getStatus() == CarePlanStatus.ACTIVE
                && aCase.getStatus() == CarePlanStatus.COMPLETED) {
            aCase.getPeriod().setEnd(Date.from(context.now()));
        }
    }
}
