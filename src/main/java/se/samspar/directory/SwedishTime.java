package se.samspar.directory;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;

/** FHIR times where they name days: those are days in Sweden, whatever zone this machine is in. */
public final class SwedishTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private SwedishTime() {}

    /** The local day that an instant lies in. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** First instant of the local day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** First instant of what the element names: an instant, a day, a month or a year. */
    public static Instant first(BaseDateTimeType time) {
        return isDate(time) ? startOf(firstDay(time)) : time.getValue().toInstant();
    }

    /** First instant after the day, month or year that the element names; the instant itself where it names one. */
    public static Instant afterLast(BaseDateTimeType time) {
        return switch (time.getPrecision()) {
            case YEAR -> startOf(firstDay(time).plusYears(1));
            case MONTH -> startOf(firstDay(time).plusMonths(1));
            case DAY -> startOf(firstDay(time).plusDays(1));
            default -> time.getValue().toInstant();
        };
    }

    /** So many days later by the calendar, at the same time of day. */
    public static Instant daysAfter(Instant begin, int days) {
        return begin.atZone(ZONE).plusDays(days).toInstant();
    }

    /** The last moment of the day that is so many days later by the calendar: what is to be done within them is in time then. */
    public static Instant endOfDayAfter(Instant begin, int days) {
        return begin.atZone(ZONE)
                .toLocalDate()
                .plusDays(days + 1L)
                .atStartOfDay(ZONE)
                .toInstant()
                .minusMillis(1);
    }

    /** An instant to the second, written in Swedish time. */
    public static DateTimeType dateTime(Instant instant) {
        return new DateTimeType(Date.from(instant), TemporalPrecisionEnum.SECOND, TimeZone.getTimeZone(ZONE));
    }

    /** Writes a time of day with the offset that Swedish clocks have then, whatever offset it was sent with. */
    public static void show(BaseDateTimeType time) {
        if (time.hasValue() && !isDate(time)) {
            time.setTimeZone(TimeZone.getTimeZone(ZONE));
        }
    }

    private static boolean isDate(BaseDateTimeType time) {
        return time.getPrecision().ordinal() <= TemporalPrecisionEnum.DAY.ordinal();
    }

    /** Read from the text, since the parsed value is midnight in the zone of this machine. */
    private static LocalDate firstDay(BaseDateTimeType date) {
        String text = date.getValueAsString();
        return LocalDate.parse(text + "-01-01".substring(text.length() - 4));
    }
}
