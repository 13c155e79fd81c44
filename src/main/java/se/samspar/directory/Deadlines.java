package se.samspar.directory;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;

/**
 * When a request is due (TRK-9): the track's response time, or the service's own where it has one, run by the track's
 * calendar.
 *
 * <p>Working days: due when the service closes on the last of them, the day of arrival not counted; at the end of that
 * day where it does not close. Opening hours: due when the service has been open for that long. A service's own time
 * in hours on a track that counts working days runs in opening hours; one in days on a track that counts opening hours
 * runs in working days.
 */
@Component
public class Deadlines {

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1),
            "wk", Duration.ofDays(7));

    private final OpeningHours openingHours;
    private final PublicHolidays holidays;

    Deadlines(OpeningHours openingHours, PublicHolidays holidays) {
        this.openingHours = openingHours;
        this.holidays = holidays;
    }

    public Instant respondBy(TrackDefinition track, HealthcareService service, Instant from) {
        return respondBy(track, track.response(), service, from);
    }

    /** The same for a request of that priority; one that the track does not allow takes the track's time. */
    public Instant respondBy(TrackDefinition track, String priority, HealthcareService service, Instant from) {
        return respondBy(track, track.responses().getOrDefault(priority, track.response()), service, from);
    }

    private Instant respondBy(TrackDefinition track, ResponseTime standard, HealthcareService service, Instant from) {
        ResponseTime time = ownTime(track, service).orElse(standard);
        return switch (time.calendar()) {
            case ELAPSED -> from.plus(time.duration());
            case OPENING_HOURS -> afterOpenFor(time.duration(), service, from);
            case WORKING_DAYS -> afterWorkingDays(time.duration().toDays(), service, from);
        };
    }

    private static Optional<ResponseTime> ownTime(TrackDefinition track, HealthcareService service) {
        return Optional.ofNullable(service.getExtensionByUrl(Extensions.RESPONSE_TIME))
                .map(Extension::getValue)
                .filter(org.hl7.fhir.r4.model.Duration.class::isInstance)
                .map(org.hl7.fhir.r4.model.Duration.class::cast)
                .filter(own -> own.hasValue() && own.getValue().signum() >= 0 && UNITS.containsKey(own.getCode()))
                .map(own -> ownTime(track.response().calendar(), own.getValue(), UNITS.get(own.getCode())));
    }

    private static ResponseTime ownTime(ResponseCalendar calendar, BigDecimal value, Duration unit) {
        boolean inDays = unit.toDays() > 0;
        BigDecimal whole =
                inDays && calendar != ResponseCalendar.ELAPSED ? value.setScale(0, RoundingMode.CEILING) : value;
        Duration duration = Duration.ofSeconds(
                whole.multiply(BigDecimal.valueOf(unit.toSeconds())).longValue());
        if (calendar == ResponseCalendar.ELAPSED) {
            return new ResponseTime(duration, calendar);
        }
        return new ResponseTime(duration, inDays ? ResponseCalendar.WORKING_DAYS : ResponseCalendar.OPENING_HOURS);
    }

    /** The end of a working day, so many of them after the day of {@code from}. */
    public Instant afterWorkingDays(int days, Instant from) {
        return workingDay(days, from)
                .atTime(LAST_SECOND)
                .atZone(SwedishTime.ZONE)
                .toInstant();
    }

    private LocalDate workingDay(long days, Instant from) {
        LocalDate day = from.atZone(SwedishTime.ZONE).toLocalDate();
        for (long left = days; left > 0; left--) {
            do {
                day = day.plusDays(1);
            } while (!holidays.isWorkingDay(day));
        }
        return day;
    }

    /** A service that does not open that long within the horizon is due as if it were always open. */
    private Instant afterOpenFor(Duration duration, HealthcareService service, Instant from) {
        Duration left = duration;
        for (Window window : (Iterable<Window>) openingHours.windows(service, from)::iterator) {
            if (left.compareTo(window.length()) <= 0) {
                return window.start().plus(left);
            }
            left = left.minus(window.length());
        }
        return from.plus(duration);
    }

    private Instant afterWorkingDays(long days, HealthcareService service, Instant from) {
        LocalDate day = workingDay(days, from);
        Instant endOfDay = day.atTime(LAST_SECOND).atZone(SwedishTime.ZONE).toInstant();
        List<Window> windows = openingHours.windowsOf(service, day);
        Instant closing =
                windows.isEmpty() ? endOfDay : windows.get(windows.size() - 1).end();
        Instant due = closing.isBefore(endOfDay) ? closing : endOfDay;
        return due.isBefore(from) ? endOfDay : due;
    }
}
