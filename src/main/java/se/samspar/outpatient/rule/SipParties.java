package se.samspar.outpatient.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.outpatient.planning.Principals;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A coordinated individual plan is made by the two principals that have interventions; one alone has nothing to coordinate. */
@RuleInfo(
        code = "sip-parties",
        severity = Severity.BLOCK,
        requirement = "OVP-17",
        remedy = "Invite the other principal with CarePlan/$invite first.")
final class SipParties implements Rule<CarePlan> {

    private final Principals principals;

    SipParties(Principals principals) {
        this.principals = principals;
    }

    @Override
    public Stream<Finding> check(CarePlan plan, RuleContext context) {
        boolean lacksOne =
                CarePlans.is(plan, CarePlanType.COORDINATED_PLAN) && !principals.both(plan.getContributor().stream());
        return lacksOne
                ? Stream.of(Finding.at(
                        "CarePlan.contributor", "Its parties are not of both principals, region and municipality."))
                : Stream.empty();
    }
}
