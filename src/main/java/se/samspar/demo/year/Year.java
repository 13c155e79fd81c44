package se.samspar.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import se.samspar.directory.SwedishTime;

/**
 * The year in which it all happens.
 *
 * @param last its last day
 * @param workingDays which days are working days
 */
record Year(LocalDate last, Predicate<LocalDate> workingDays) {

    LocalDate first() {
        return last.minusYears(1).plusDays(1);
    }

    int days() {
        return (int) ChronoUnit.DAYS.between(first(), last) + 1;
    }

    /** The first instant after it. */
    Instant end() {
        return SwedishTime.startOf(last.plusDays(1));
    }

    boolean isWorkingDay(LocalDate day) {
        return workingDays.test(day);
    }

    /** How much of the year has passed, 0 to 1: what the units learn in it. */
    double progress(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(first(), day) / days();
    }
}
