package se.samspar.consent.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import se.samspar.consent.Block;
import se.samspar.fhir.Same;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * What the person has decided is not rewritten: it holds, until it is taken back. A new decision is a new consent, so
 * that it can always be told what held when something was sent.
 */
@RuleInfo(
        code = "decision-stands",
        severity = Severity.BLOCK,
        requirement = "OVP-5",
        remedy = "Withdraw the consent with Consent/$withdraw, and record the new decision as a consent of its own.")
final class DecisionStands implements Rule<Consent> {

    @Override
    public Stream<Finding> check(Consent consent, RuleContext context) {
        Optional<Consent> previous = context.previous(consent);
        if (previous.isEmpty()) {
            return consent.getStatus() == ConsentState.ACTIVE
                    ? Stream.empty()
                    : Stream.of(Finding.at("Consent.status", "A consent or refusal is recorded while it holds."));
        }
        Consent before = previous.get();
        if (before.getStatus() != ConsentState.ACTIVE) {
            return Same.content(before).equalsDeep(Same.content(consent))
                    ? Stream.empty()
                    : Stream.of(Finding.at("Consent", "What has been taken back stays as it was then."));
        }
        if (consent.getStatus() != ConsentState.ACTIVE && consent.getStatus() != ConsentState.INACTIVE) {
            return Stream.of(Finding.at("Consent.status", "A decision holds until it is taken back, with a reason."));
        }
        boolean joinsCase = !before.getProvision().hasData();
        return decided(before, joinsCase).equalsDeep(decided(consent, joinsCase))
                ? Stream.empty()
                : Stream.of(Finding.at("Consent", "What the person has decided, and who recorded it, stays as it is."));
    }

    /** All but the status, who has made sure of it, and how it was taken back; a case may be opened on it. */
    private static Consent decided(Consent consent, boolean joinsCase) {
        Consent decided = Same.content(consent);
        decided.setText(null);
        decided.setStatus(null);
        decided.getExtension()
                .removeIf(extension -> Extensions.VERIFIED_BY_UNIT.equals(extension.getUrl())
                        || Extensions.CONSENT_WITHDRAWAL.equals(extension.getUrl()));
        if (joinsCase) {
            decided.getProvision().setData(null);
        }
        if (Block.is(consent)) {
            decided.getProvision().getPeriod().setEnd(null); // set by the server as it is lifted
        }
        return decided;
    }
}
