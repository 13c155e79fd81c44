package se.samspar.pathway.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import se.samspar.consent.Cases;
import se.samspar.fhir.VersionedUrl;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.patient.Deaths;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * A unit has a patient on a pathway once at a time, so that times count once. Other units' plans it need not know of, and
 * learns nothing of here.
 */
@RuleInfo(
        code = "pathway-started-once",
        severity = Severity.BLOCK,
        requirement = "PWY-1",
        remedy = "Go on with the plan that your unit has, or end it first.")
final class PathwayStartedOnce implements Rule<CarePlan> {

    @Override
    public Stream<Finding> check(CarePlan plan, RuleContext context) {
        boolean starts = PathwayPlans.is(plan)
                && PathwayPlans.isOpen(plan)
                && context.previous(plan).isEmpty();
        return starts && hasAnother(plan, context)
                ? Stream.of(Finding.at("CarePlan", "The unit has the patient on this pathway already."))
                : Stream.empty();
    }

    /** Whatever begins for the patient waits for this, so of two at once one wins. */
    private static boolean hasAnother(CarePlan plan, RuleContext context) {
        String patient = plan.getSubject().getReferenceElement().getIdPart();
        context.serialize(Deaths.key(patient));
        return PathwayPlans.open(patient, Records.of(context)).stream()
                .filter(other -> !other.getIdElement()
                        .getIdPart()
                        .equals(plan.getIdElement().getIdPart()))
                .filter(other -> Cases.isSame(other.getAuthor(), plan.getAuthor()))
                .anyMatch(other -> url(other).equals(url(plan)));
    }

    /** Of the pathway, whichever version of it. */
    private static Optional<String> url(CarePlan plan) {
        return VersionedUrl.followedBy(plan).map(VersionedUrl::url);
    }
}
