package se.samspar.directory;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.DaysOfWeek;
import se.samspar.fhir.generated.Extensions;

/** Services with hours, and the calendar to read them by. */
final class ServiceBuilder {

    static final PublicHolidays HOLIDAYS =
            new PublicHolidays(new DirectoryProperties(Set.of(DirectoryProperties.Eve.values()), null));
    static final OpeningHours OPENING_HOURS = new OpeningHours(HOLIDAYS);
    static final List<DaysOfWeek> WEEKDAYS =
            List.of(DaysOfWeek.MON, DaysOfWeek.TUE, DaysOfWeek.WED, DaysOfWeek.THU, DaysOfWeek.FRI);

    private final HealthcareService service = new HealthcareService().setActive(true);

    private ServiceBuilder() {}

    static ServiceBuilder service() {
        return new ServiceBuilder();
    }

    static HealthcareService officeHours() {
        return service().weekdays("08:00:00", "16:30:00").build();
    }

    /** An instant by the Swedish clock. */
    static Instant at(String localTime) {
        return LocalDateTime.parse(localTime).atZone(SwedishTime.ZONE).toInstant();
    }

    ServiceBuilder weekdays(String start, String end) {
        return open(WEEKDAYS, start, end);
    }

    ServiceBuilder open(List<DaysOfWeek> days, String start, String end) {
        var hours = service.addAvailableTime().setAvailableStartTime(start).setAvailableEndTime(end);
        days.forEach(hours::addDaysOfWeek);
        return this;
    }

    ServiceBuilder allDay(DaysOfWeek... days) {
        var hours = service.addAvailableTime().setAllDay(true);
        Stream.of(days).forEach(hours::addDaysOfWeek);
        return this;
    }

    ServiceBuilder openOnPublicHolidays() {
        service.addExtension(Extensions.OPEN_ON_PUBLIC_HOLIDAYS, new BooleanType(true));
        return this;
    }

    ServiceBuilder closed(String start, String end) {
        var during = service.addNotAvailable().setDescription("Stängt").getDuring();
        during.setStartElement(start == null ? null : new DateTimeType(start));
        during.setEndElement(end == null ? null : new DateTimeType(end));
        return this;
    }

    ServiceBuilder respondsWithin(String value, String unit) {
        Duration time = new Duration();
        time.setValue(new java.math.BigDecimal(value))
                .setSystem("http://unitsofmeasure.org")
                .setCode(unit);
        service.addExtension(Extensions.RESPONSE_TIME, time);
        return this;
    }

    HealthcareService build() {
        return service;
    }
}
