package se.samspar.pathway.rule;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Observation;
import se.samspar.pathway.monitoring.Monitoring;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Limits are compared with the number that is sent: in another unit of measure it would be another value. */
@RuleInfo(
        code = "unit-as-asked-for",
        severity = Severity.BLOCK,
        requirement = "UPP-9",
        remedy = "Convert the value, and send it in the unit of the plan's extension monitoring.")
final class UnitAsAskedFor implements Rule<Observation> {

    @Override
    public Stream<Finding> check(Observation value, RuleContext context) {
        List<Monitoring> asked = Monitoring.of(value, context).toList();
        boolean isOfOther = !asked.isEmpty() && asked.stream().noneMatch(monitoring -> monitoring.isInUnitOf(value));
        return isOfOther
                ? Stream.of(Finding.at(
                        "Observation.value.code",
                        "The plan asks for the value in %s."
                                .formatted(asked.stream()
                                        .map(Monitoring::unit)
                                        .distinct()
                                        .collect(Collectors.joining(", ")))))
                : Stream.empty();
    }
}
