package se.samspar.track.rule;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Type;
import se.samspar.directory.OpeningHours;
import se.samspar.directory.SwedishTime;

/**
 * The time that a request asks for, from its {@code occurrence[x]}. A time of day, or two on the same day, is the
 * meeting itself and lies within the opening hours; anything wider is met by an opening somewhere in it.
 *
 * @param from first instant
 * @param until the instant after the last
 * @param meeting is it the meeting itself?
 */
record AskedTime(Instant from, Instant until, boolean meeting) {

    static Stream<AskedTime> of(Type occurrence) {
        if (occurrence instanceof DateTimeType time && time.hasValue()) {
            return Stream.of(of(time));
        }
        if (occurrence instanceof Period period) {
            return of(period).stream();
        }
        if (occurrence instanceof Timing timing) {
            Stream<AskedTime> events =
                    timing.getEvent().stream().filter(DateTimeType::hasValue).map(AskedTime::of);
            return timing.getRepeat().getBounds() instanceof Period bounds
                    ? Stream.concat(events, of(bounds).stream())
                    : events;
        }
        return Stream.empty();
    }

    private static AskedTime of(BaseDateTimeType time) {
        return new AskedTime(SwedishTime.first(time), SwedishTime.afterLast(time), hasTimeOfDay(time));
    }

    /** A period open at one end asks for no time that could be missed. */
    private static Optional<AskedTime> of(Period period) {
        if (!period.getStartElement().hasValue() || !period.getEndElement().hasValue()) {
            return period.getStartElement().hasValue() && hasTimeOfDay(period.getStartElement())
                    ? Optional.of(of(period.getStartElement()))
                    : Optional.empty();
        }
        AskedTime start = of(period.getStartElement());
        AskedTime end = of(period.getEndElement());
        boolean sameDay = day(start.from()).equals(day(end.from()));
        return Optional.of(new AskedTime(start.from(), end.until(), start.meeting() && end.meeting() && sameDay));
    }

    /** Is the service open at this time? */
    boolean isWithin(HealthcareService service, OpeningHours hours) {
        if (meeting) {
            return hours.isOpen(service, from) && hours.isOpen(service, lastInstant());
        }
        return hours.nextOpening(service, from).filter(until::isAfter).isPresent();
    }

    /** A meeting may end at closing time. */
    private Instant lastInstant() {
        return until.isAfter(from) ? until.minusMillis(1) : from;
    }

    private static boolean hasTimeOfDay(BaseDateTimeType time) {
        return time.getPrecision().ordinal() > TemporalPrecisionEnum.DAY.ordinal();
    }

    private static LocalDate day(Instant instant) {
        return instant.atZone(SwedishTime.ZONE).toLocalDate();
    }
}
