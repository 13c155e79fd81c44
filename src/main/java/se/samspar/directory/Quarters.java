package se.samspar.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;

/** Calendar quarters in Sweden. */
public final class Quarters {

    private Quarters() {}

    /** The first day of the quarter that an instant is in. */
    public static LocalDate of(Instant instant) {
        LocalDate day = instant.atZone(SwedishTime.ZONE).toLocalDate();
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }

    /** When a quarter begins. */
    public static Instant start(LocalDate quarter) {
        return quarter.atStartOfDay(SwedishTime.ZONE).toInstant();
    }

    /** When the next one begins. */
    public static Instant end(LocalDate quarter) {
        return start(quarter.plusMonths(3));
    }
}
