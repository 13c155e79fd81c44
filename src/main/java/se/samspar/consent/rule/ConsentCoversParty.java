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

/** Nobody outside the own care provider is told anything that no consent and no exception of the secrecy act covers. */
@RuleInfo(
        code = "consent-covers-party",
        severity = Severity.BLOCK,
        requirement = "OVP-5",
        remedy = "Get the consent of the person for that party, or document the exception, before sending.")
final class ConsentCoversParty implements Rule<Resource> {

    private final Disclosures disclosures;

    ConsentCoversParty(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        return disclosures
                .of(resource, context)
                .filter(disclosure -> disclosure.coverage() == Coverage.MISSING)
                .map(disclosure ->
                        Finding.at(disclosure.expression(), "No consent in force covers this party in the case."));
    }
}
