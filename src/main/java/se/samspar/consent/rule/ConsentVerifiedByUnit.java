package se.samspar.consent.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.consent.Cases;
import se.samspar.consent.ConsentDecisions;
import se.samspar.consent.Coverage;
import se.samspar.consent.Disclosures;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/** Whoever tells others by a consent has made sure of it for itself, and does not trust another's word. */
@RuleInfo(
        code = "consent-verified-by-unit",
        severity = Severity.JUSTIFY,
        requirement = "OVP-5",
        remedy = "Call Consent/$verify for your unit, or justify why it could not be done.")
final class ConsentVerifiedByUnit implements Rule<Resource> {

    private final Disclosures disclosures;
    private final ConsentDecisions consents;

    ConsentVerifiedByUnit(Disclosures disclosures, ConsentDecisions consents) {
        this.disclosures = disclosures;
        this.consents = consents;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        Records records = Records.of(context);
        return Cases.of(resource, records).stream()
                .filter(aCase -> context.actor()
                        .organization()
                        .filter(acting -> disclosures
                                .of(resource, context)
                                .filter(told -> told.coverage() == Coverage.COVERED)
                                .anyMatch(told -> !consents.isVerifiedBy(acting, told.unit(), aCase, records)))
                        .isPresent())
                .map(unverified ->
                        Finding.at(resource.fhirType(), "Your unit has not made sure of the consent for itself."));
    }
}
