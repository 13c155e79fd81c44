package se.samspar.directory;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Period;

/**
 * Reads the periods in which a service is not available. A period without a start or an end is open on that side; a
 * last day, month or year is closed to its end.
 */
final class Closures {

    private Closures() {}

    static List<Window> of(HealthcareService service) {
        return service.getNotAvailable().stream()
                .filter(closure -> closure.hasDuring())
                .flatMap(closure -> window(closure.getDuring()).stream())
                .toList();
    }

    private static Optional<Window> window(Period during) {
        if (!during.hasStart() && !during.hasEnd()) {
            return Optional.empty();
        }
        return Window.between(
                during.hasStart() ? first(during.getStartElement()) : Instant.MIN,
                during.hasEnd() ? afterLast(during.getEndElement()) : Instant.MAX);
    }

    private static Instant first(DateTimeType time) {
        return isDate(time)
                ? OpeningHours.startOf(firstDay(time))
                : time.getValue().toInstant();
    }

    private static Instant afterLast(DateTimeType time) {
        LocalDate day = isDate(time) ? firstDay(time) : LocalDate.EPOCH;
        return switch (time.getPrecision()) {
            case YEAR -> OpeningHours.startOf(day.plusYears(1));
            case MONTH -> OpeningHours.startOf(day.plusMonths(1));
            case DAY -> OpeningHours.startOf(day.plusDays(1));
            default -> time.getValue().toInstant();
        };
    }

    private static boolean isDate(DateTimeType time) {
        return time.getPrecision().ordinal() <= TemporalPrecisionEnum.DAY.ordinal();
    }

    /** Read from the text: the value itself is midnight in the zone of this machine. */
    private static LocalDate firstDay(DateTimeType date) {
        String text = date.getValueAsString();
        return LocalDate.parse(text + "-01-01".substring(text.length() - 4));
    }
}
