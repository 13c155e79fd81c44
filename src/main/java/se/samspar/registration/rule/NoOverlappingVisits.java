package se.samspar.registration.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import se.samspar.registration.visittime.VisitClaims;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * No two clinic visits of a patient at the same time. The database decides, so that it holds under concurrency; the
 * finding tells nothing of the other visit, which may be another unit's.
 */
@RuleInfo(
        code = "no-overlapping-visits",
        severity = Severity.BLOCK,
        requirement = "DSK-7",
        remedy = "Correct the period; the specialist's part of a consultation is registered as a consultation contact"
                + " (class VR), not as a visit.",
        when = Moment.IN_EARNEST)
final class NoOverlappingVisits implements Rule<Encounter> {

    @Override
    public Stream<Finding> check(Encounter encounter, RuleContext context) {
        return VisitClaims.hasLost(encounter)
                ? Stream.of(Finding.at("Encounter.period", "The patient has another clinic visit at this time."))
                : Stream.empty();
    }
}
