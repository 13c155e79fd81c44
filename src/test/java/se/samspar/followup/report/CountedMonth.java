package se.samspar.followup.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.directory.SwedishTime;
import se.samspar.followup.CalendarPeriod;
import se.samspar.followup.CalendarPeriod.Length;

/** A month long gone that no other test has, and what counts in it, as if it had been written then. */
final class CountedMonth {

    private static final AtomicInteger USED = new AtomicInteger();

    private final JdbcTemplate jdbc;
    private final CalendarPeriod month;

    CountedMonth(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        // A year apart, so that no trend has another's months.
        month = Length.MONTH.of(LocalDate.of(1950 + 2 * USED.getAndIncrement(), 10, 1));
    }

    CalendarPeriod period() {
        return month;
    }

    CalendarPeriod before(int months) {
        return Length.MONTH.of(month.start().minusMonths(months));
    }

    /** So many requests of a track, sent by a unit. */
    void requests(String unit, String track, int number) {
        add(month, "requests", unit, track, null, null, number);
    }

    /** So many requests that a unit has sent to another. */
    void requestsTo(String receiver, String unit, int number) {
        requests(unit, "elektiv-remiss", number);
        jdbc.update(
                "UPDATE indicator_fact SET known_to = ARRAY[unit, ?] WHERE source LIKE 'Test/%' AND unit = ?",
                receiver, unit);
    }

    /** So many with a criterion that they meet or not. */
    void shares(CalendarPeriod period, String indicator, String unit, boolean met, int number) {
        add(period, indicator, unit, null, met, null, number);
    }

    void times(CalendarPeriod period, String indicator, String unit, long minutes, int number) {
        add(period, indicator, unit, null, null, minutes, number);
    }

    private void add(
            CalendarPeriod period, String indicator, String unit, String track, Boolean met, Long minutes, int number) {
        Instant happened = period.end().atTime(23, 59).atZone(SwedishTime.ZONE).toInstant();
        for (int i = 0; i < number; i++) {
            jdbc.update(
                    "INSERT INTO indicator_fact (source, indicator, happened, unit, met, minutes, track, known_to)"
                            + " VALUES ('Test/' || gen_random_uuid(), ?, ?, ?, ?, ?, ?, ARRAY[?])",
                    indicator,
                    happened.atOffset(ZoneOffset.UTC),
                    unit,
                    met,
                    minutes,
                    track,
                    unit);
        }
    }

    /** Otherwise what counts of the record would be other than the record. */
    static void remove(JdbcTemplate jdbc) {
        jdbc.update("DELETE FROM indicator_fact WHERE source LIKE 'Test/%'");
    }
}
