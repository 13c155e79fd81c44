package se.samspar.registration.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Encounters;
import se.samspar.registration.half.Registration;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/**
 * A visit of years would leave the patient no time for any other, and one before the request was sent is not what the
 * request led to. The visit may have begun when the request is sent from it. Judged when period or request are set.
 */
@RuleInfo(
        code = "visit-time-plausible",
        severity = Severity.BLOCK,
        requirement = "DSK-5,DSK-6,DSK-7",
        remedy = "Correct the period: a consultation takes place after its request was sent, and within 24 hours.")
final class VisitTimePlausible implements Rule<Encounter> {

    /** Clocks of different systems differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Override
    public Stream<Finding> check(Encounter encounter, RuleContext context) {
        Period period = encounter.getPeriod();
        if (!period.hasStart() || !isSet(encounter, context)) {
            return Stream.empty();
        }
        Stream<Finding> tooLong = lastInstant(period).isAfter(dayAfterStart(period))
                ? Stream.of(Finding.at("Encounter.period", "The visit lasts longer than 24 hours."))
                : Stream.empty();
        return Stream.concat(
                tooLong,
                Registration.requestsOf(encounter, Records.of(context))
                        .filter(request -> isOverBefore(period, request))
                        .map(request ->
                                Finding.at("Encounter.period", "The visit had ended before its request was sent."))
                        .limit(1));
    }

    private static boolean isSet(Encounter encounter, RuleContext context) {
        return !Encounters.isAbandoned(encounter)
                && context.previous(encounter)
                        .filter(before -> !Encounters.isAbandoned(before))
                        .filter(before -> Base.compareDeep(before.getPeriod(), encounter.getPeriod(), true))
                        .filter(before -> Base.compareDeep(before.getBasedOn(), encounter.getBasedOn(), true))
                        .isEmpty();
    }

    private static boolean isOverBefore(Period period, ServiceRequest request) {
        return request.hasAuthoredOn()
                && lastInstant(period)
                        .plus(TOLERANCE)
                        .isBefore(request.getAuthoredOn().toInstant());
    }

    private static Instant lastInstant(Period period) {
        return period.hasEnd() ? SwedishTime.afterLast(period.getEndElement()) : dayAfterStart(period);
    }

    /** The same time on the next Swedish day, so that a day is a day when the clocks change. */
    private static Instant dayAfterStart(Period period) {
        return SwedishTime.first(period.getStartElement())
                .atZone(SwedishTime.ZONE)
                .plusDays(1)
                .toInstant();
    }
}
