package se.samspar.consent.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.consent.Coverage;
import se.samspar.consent.Disclosures;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Where the person has refused, only planning with the person and inside the own organisation remains. */
@RuleInfo(
        code = "refused-consent-stays-inside",
        severity = Severity.BLOCK,
        requirement = "OVP-5",
        remedy = "Remove parties outside your organisation, or get a new consent from the person.")
final class RefusedConsentStaysInside implements Rule<Resource> {

    private final Disclosures disclosures;

    RefusedConsentStaysInside(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        return disclosures
                .of(resource, context)
                .filter(disclosure -> disclosure.coverage() == Coverage.DENIED)
                .map(disclosure -> Finding.at(
                        disclosure.expression(), "The person has refused that parties like this one are told."));
    }
}
