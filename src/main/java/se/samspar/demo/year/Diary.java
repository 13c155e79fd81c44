package se.samspar.demo.year;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import org.hl7.fhir.r4.model.DateTimeType;
import se.samspar.directory.SwedishTime;

/** The time in one course, which only goes forwards. Offices are those of the demo region. */
final class Diary {

    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final int OFFICE_MINUTES = 8 * 60 + 30;

    private final Year year;
    private final Chance chance;
    private Instant now;

    Diary(Year year, Chance chance, Instant start) {
        this.year = year;
        this.chance = chance;
        this.now = start;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return SwedishTime.day(now);
    }

    boolean isInOfficeHours() {
        int left = minutesLeftToday();
        return left > 0 && left <= OFFICE_MINUTES;
    }

    double progress() {
        return year.progress(today());
    }

    /** @throws NotYet where that is after the year */
    void until(Instant time) {
        Instant next = time.isAfter(now) ? time : now.plusSeconds(1);
        if (!next.isBefore(year.end())) {
            throw new NotYet();
        }
        now = next;
    }

    void minutes(int least, int most) {
        until(now.plus(Duration.ofMinutes(chance.between(least, most))).plusSeconds(chance.between(0, 59)));
    }

    /** Some time in office hours so many working days later; with none, later the same day where there is time left. */
    void workingDays(int least, int most) {
        int days = chance.between(least, most);
        if (days == 0 && minutesLeftToday() > 1) {
            minutes(1, minutesLeftToday() - 1);
        } else {
            until(officeTime(workingDay(Math.max(1, days)), 5, OFFICE_MINUTES - 5));
        }
    }

    /** So many minutes of office hours later. */
    void officeMinutes(int least, int most) {
        int left = chance.between(least, most);
        int today = minutesLeftToday();
        if (left < today) {
            minutes(left, left);
        } else {
            Instant opening = at(workingDay(1), 0);
            until(opening.plus(Duration.ofMinutes(Math.min(left - today, OFFICE_MINUTES - 1))));
        }
    }

    /** A time for a visit so many working days ahead, at which all are open. */
    Instant visit(int least, int most) {
        int halfHour = chance.between(1, OFFICE_MINUTES / 30 - 2);
        return at(workingDay(Math.max(1, chance.between(least, most))), halfHour * 30);
    }

    /** An instant as it is sent. */
    static DateTimeType sent(Instant time) {
        return SwedishTime.dateTime(time);
    }

    static Date date(Instant time) {
        return Date.from(time);
    }

    private LocalDate workingDay(int ahead) {
        LocalDate day = today();
        for (int left = ahead; left > 0; left -= year.isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    private int minutesLeftToday() {
        if (!year.isWorkingDay(today())) {
            return 0;
        }
        return (int) Duration.between(now, at(today(), OFFICE_MINUTES)).toMinutes();
    }

    private Instant officeTime(LocalDate day, int fromMinute, int toMinute) {
        return at(day, chance.between(fromMinute, toMinute)).plusSeconds(chance.between(0, 59));
    }

    static Instant at(LocalDate day, int officeMinute) {
        return day.atTime(OPENS)
                .plusMinutes(officeMinute)
                .atZone(SwedishTime.ZONE)
                .toInstant();
    }
}
