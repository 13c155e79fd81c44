package se.samspar.outpatient.message;

import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/** What ends with a case ends whatever way the case is closed, and with a party that leaves what it had to do. */
@Component
class CaseFollowUp implements Consequence<CarePlan> {

    private final CaseEnd end;

    CaseFollowUp(CaseEnd end) {
        this.end = end;
    }

    @Override
    public void follow(CarePlan plan, RuleContext context) {
        Optional<CarePlan> previous = context.previous(plan).filter(Cases::isOpen);
        if (previous.isEmpty() || !CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)) {
            return;
        }
        if (!Cases.isOpen(plan)) {
            end.of(plan);
        }
        CarePlans.parties(previous.get())
                .filter(party -> !Cases.takesPart(party, plan))
                .forEach(party -> end.ofParty(plan, party));
    }
}
