package se.samspar.registration.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Encounters;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** What is to come is planned, not registered as done: a mistyped year would take the patient's time far ahead. */
@RuleInfo(
        code = "visit-is-over",
        severity = Severity.BLOCK,
        requirement = "DSK-5,DSK-6",
        remedy = "Correct the period, or finish the visit when it has ended.")
final class VisitIsOver implements Rule<Encounter> {

    /** Clocks of different systems differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Override
    public Stream<Finding> check(Encounter encounter, RuleContext context) {
        return Encounters.isFinished(encounter)
                        && isAfter(encounter.getPeriod(), context.now().plus(TOLERANCE))
                ? Stream.of(Finding.at("Encounter.period", "A finished visit lies in the future."))
                : Stream.empty();
    }

    private static boolean isAfter(Period period, Instant instant) {
        return Stream.of(period.getStartElement(), period.getEndElement())
                .filter(DateTimeType::hasValue)
                .anyMatch(time -> SwedishTime.first(time).isAfter(instant));
    }
}
