package se.samspar.demo.year;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import se.samspar.directory.SwedishTime;

/**
 * The year in which it all happens, and some months before it, so that at its beginning things are under way as at its end.
 *
 * @param last its last day
 * @param workingDays which days are working days
 */
record Year(LocalDate last, Predicate<LocalDate> workingDays) {

    private static final int MONTHS = 12;
    private static final int MONTHS_BEFORE = 3;

    /** The first day on which anything begins. */
    LocalDate first() {
        return last.plusDays(1).minusMonths(MONTHS + MONTHS_BEFORE);
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

    /** How much of it has passed, 0 to 1: what the units learn in it. */
    double progress(LocalDate day) {
        return (double) ChronoUnit.DAYS.between(first(), day) / days();
    }
}
