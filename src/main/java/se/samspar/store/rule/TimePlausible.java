package se.samspar.store.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.PlausibleTime;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A mistyped year would be looked for in vain, and nothing can be counted from the end of time. */
@RuleInfo(
        code = "time-plausible",
        severity = Severity.BLOCK,
        requirement = "ALL-2",
        remedy = "Correct the year; an end that is not known is left out.",
        when = Moment.ON_WRITE)
final class TimePlausible implements Rule<Resource> {

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        return implausible(resource, resource.fhirType())
                .map(path -> Finding.at(
                        path,
                        "The year is not between %d and %d."
                                .formatted(PlausibleTime.FIRST_YEAR, PlausibleTime.LAST_YEAR)));
    }

    private static Stream<String> implausible(Base element, String path) {
        Stream<String> own = element instanceof BaseDateTimeType time && !PlausibleTime.isPlausible(time)
                ? Stream.of(path)
                : Stream.empty();
        Stream<String> within = element.children().stream().flatMap(child -> child.getValues().stream()
                .flatMap(
                        value -> implausible(value, path + "." + child.getName().replace("[x]", ""))));
        return Stream.concat(own, within);
    }
}
