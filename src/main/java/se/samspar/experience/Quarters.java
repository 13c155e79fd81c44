package se.samspar.experience;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import se.samspar.directory.SwedishTime;

/** Calendar quarters in Sweden. */
final class Quarters {

    private Quarters() {}

    /** The first day of the quarter that an instant is in. */
    static LocalDate of(Instant instant) {
        LocalDate day = instant.atZone(SwedishTime.ZONE).toLocalDate();
        return day.with(IsoFields.DAY_OF_QUARTER, 1);
    }

    /** When a quarter begins. */
    static Instant start(LocalDate quarter) {
        return quarter.atStartOfDay(SwedishTime.ZONE).toInstant();
    }

    /** When the next one begins. */
    static Instant end(LocalDate quarter) {
        return start(quarter.plusMonths(3));
    }
}
