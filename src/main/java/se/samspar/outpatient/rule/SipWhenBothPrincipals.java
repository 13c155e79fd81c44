package se.samspar.outpatient.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.outpatient.planning.Needs;
import se.samspar.outpatient.planning.Plans;
import se.samspar.outpatient.planning.Principals;
import se.samspar.outpatient.record.CloseReasons;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/** Where region and municipality go on with interventions, a plan of both takes the case over. */
@RuleInfo(
        code = "sip-when-both-principals",
        severity = Severity.JUSTIFY,
        requirement = "OVP-17",
        remedy = "Start it with CarePlan/$start-sip, or justify why the person is better served without.",
        when = Moment.ON_WRITE)
final class SipWhenBothPrincipals implements Rule<CarePlan> {

    private static final Set<CloseReason> WITHOUT =
            EnumSet.of(CloseReason.DECEASED, CloseReason.WITHDRAWN, CloseReason.ADMITTED);

    private final Principals principals;

    SipWhenBothPrincipals(Principals principals) {
        this.principals = principals;
    }

    @Override
    public Stream<Finding> check(CarePlan plan, RuleContext context) {
        boolean mayDoWithout =
                CloseReasons.of(plan).filter(WITHOUT::contains).isPresent() || CloseReasons.isSipDeclined(plan);
        if (!NothingUnanswered.isClosed(plan, context) || mayDoWithout) {
            return Stream.empty();
        }
        List<CarePlan> active = Plans.of(plan, Records.of(context))
                .filter(part -> part.getStatus() == CarePlanStatus.ACTIVE)
                .toList();
        boolean hasSip = active.stream().anyMatch(part -> CarePlans.is(part, CarePlanType.COORDINATED_PLAN));
        boolean both = principals.both(active.stream()
                .flatMap(part -> part.getActivity().stream())
                .filter(Needs::isGoingOn)
                .flatMap(activity -> activity.getDetail().getPerformer().stream()));
        return both && !hasSip
                ? Stream.of(Finding.at("CarePlan.status", "Region and municipality both still have interventions."))
                : Stream.empty();
    }
}
