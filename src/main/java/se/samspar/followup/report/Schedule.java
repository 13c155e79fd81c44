package se.samspar.followup.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samspar.directory.SwedishTime;
import se.samspar.followup.CalendarPeriod;

/** Which periods have to be reported by a day. */
@Component
class Schedule {

    private final ScheduleProperties properties;

    Schedule(ScheduleProperties properties) {
        this.properties = properties;
    }

    /** @param first the first day on which anything counts: what ended before is not reported */
    List<CalendarPeriod> due(LocalDate first, Instant now) {
        LocalDate today = SwedishTime.day(now);
        LocalDate missed = today.minus(properties.catchUp());
        LocalDate earliest = first.isAfter(missed) ? first : missed;
        return properties.periods().stream()
                .flatMap(length -> Stream.iterate(
                        length.of(earliest), period -> !dueOn(period).isAfter(today), CalendarPeriod::next))
                .sorted(Comparator.comparing(CalendarPeriod::end).thenComparing(CalendarPeriod::length))
                .toList();
    }

    /** The day from which on a period is reported. */
    LocalDate dueOn(CalendarPeriod period) {
        return period.end().plusDays(1L + properties.daysAfter());
    }
}
