package se.samspar.pathway.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import se.samspar.pathway.monitoring.Monitoring;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * Somebody answers for each value that comes in: nothing is measured that no unit waits for. That the plan is the patient's
 * and goes on says {@code in-pathway-plan}. What was asked for once may be corrected afterwards.
 */
@RuleInfo(
        code = "monitoring-asked-for",
        severity = Severity.BLOCK,
        requirement = "UPP-9",
        remedy =
                "Name the plan that asks for it; its responsible unit adds the extension monitoring to an activity where it"
                        + " is to be asked for.")
final class MonitoringAskedFor implements Rule<Observation> {

    @Override
    public Stream<Finding> check(Observation value, RuleContext context) {
        boolean isAskedFor = context.previous(value).isPresent()
                || Monitoring.of(value, context).findAny().isPresent();
        return isAskedFor
                ? Stream.empty()
                : Stream.of(Finding.at("Observation.code", "No activity of a started pathway asks for this value."));
    }
}
