package se.samspar.directory;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.HealthcareServiceAvailableTimeComponent;

/** Reads the weekly hours ({@code availableTime}) of a service. */
final class WeeklyHours {

    private WeeklyHours() {}

    /** The hours that begin on this day; they may run past midnight. */
    static Stream<Window> beginningOn(HealthcareService service, LocalDate day) {
        if (!service.hasAvailableTime()) {
            return Stream.of(new Window(SwedishTime.startOf(day), SwedishTime.startOf(day.plusDays(1))));
        }
        return service.getAvailableTime().stream()
                .filter(hours -> isOn(hours, day))
                .flatMap(hours -> window(hours, day).stream());
    }

    private static boolean isOn(HealthcareServiceAvailableTimeComponent hours, LocalDate day) {
        String name = day.getDayOfWeek().name().substring(0, 3).toLowerCase(Locale.ROOT);
        return !hours.hasDaysOfWeek()
                || hours.getDaysOfWeek().stream()
                        .anyMatch(candidate -> candidate.getValue() != null
                                && name.equals(candidate.getValue().toCode()));
    }

    private static Optional<Window> window(HealthcareServiceAvailableTimeComponent hours, LocalDate day) {
        if (hours.getAllDay()) {
            return Window.between(SwedishTime.startOf(day), SwedishTime.startOf(day.plusDays(1)));
        }
        LocalTime start = time(hours.getAvailableStartTime()).orElse(LocalTime.MIDNIGHT);
        LocalTime end = time(hours.getAvailableEndTime()).orElse(LocalTime.MIDNIGHT);
        LocalDate lastDay = end.isAfter(start) ? day : day.plusDays(1);
        return Window.between(instant(day, start), instant(lastDay, end));
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(SwedishTime.ZONE).toInstant();
    }

    private static Optional<LocalTime> time(String time) {
        try {
            return Optional.ofNullable(time).map(LocalTime::parse);
        } catch (DateTimeException unreadable) { // of a resource that its profile refuses anyway
            return Optional.empty();
        }
    }
}
