package se.samspar.outpatient.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.outpatient.planning.Plans;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/** All parties plan in the same planning and the same coordinated plan, or each would have its own truth. */
@RuleInfo(
        code = "one-plan",
        severity = Severity.BLOCK,
        requirement = "OVP-10,OVP-17",
        remedy =
                "Change the one that there is: CarePlan/$plan writes the next version of the planning, a coordinated plan is"
                        + " changed by plain REST.")
final class OnePlan implements Rule<CarePlan> {

    @Override
    public Stream<Finding> check(CarePlan plan, RuleContext context) {
        boolean begins =
                counts(plan) && context.previous(plan).filter(OnePlan::counts).isEmpty();
        return begins
                ? Stream.of(CarePlanType.SHARED_PLANNING, CarePlanType.COORDINATED_PLAN)
                        .filter(type -> CarePlans.is(plan, type))
                        .filter(type -> hasAnother(type, plan, context))
                        .map(type -> Finding.at("CarePlan.partOf", "The case has a plan of this type already."))
                : Stream.empty();
    }

    /** One that was begun by mistake is none. */
    private static boolean counts(CarePlan plan) {
        return plan.getStatus() != CarePlanStatus.ENTEREDINERROR;
    }

    private static boolean hasAnother(CarePlanType type, CarePlan plan, RuleContext context) {
        return Cases.of(plan, Records.of(context)).stream()
                .flatMap(aCase -> Plans.of(type, aCase, Records.of(context)).stream())
                .anyMatch(other -> !other.getIdElement()
                        .getIdPart()
                        .equals(plan.getIdElement().getIdPart()));
    }
}
