package se.samspar.support;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;

/** Swedish working days (helgfria vardagar) and the office hours of the demo region, worked out apart from the server. */
public final class WorkingDays {

    public static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 6),
            MonthDay.of(5, 1),
            MonthDay.of(6, 6),
            MonthDay.of(12, 24),
            MonthDay.of(12, 25),
            MonthDay.of(12, 26),
            MonthDay.of(12, 31));

    private static final int OPENS_AT_MINUTE = 8 * 60;
    private static final int CLOSES_AT_MINUTE = 16 * 60 + 30;

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        boolean isMidsummerEve = day.getDayOfWeek() == DayOfWeek.FRIDAY
                && day.getMonthValue() == 6
                && day.getDayOfMonth() >= 19
                && day.getDayOfMonth() <= 25;
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue()
                && !isMidsummerEve
                && !HOLIDAYS.contains(MonthDay.from(day))
                && Stream.of(-2, 1, 39).map(easter::plusDays).noneMatch(day::equals);
    }

    /** The working day that comes so many after the day of an instant. */
    public static LocalDate after(Instant from, int days) {
        LocalDate day = from.atZone(SWEDEN).toLocalDate();
        for (int left = days; left > 0; left -= isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** Are the clinics and health centres of the demo region open? */
    public static boolean areOfficesOpen(Instant at) {
        var local = at.atZone(SWEDEN);
        int minute = local.getHour() * 60 + local.getMinute();
        return isWorkingDay(local.toLocalDate()) && minute >= OPENS_AT_MINUTE && minute < CLOSES_AT_MINUTE;
    }

    /** When they close on a day. */
    public static Instant closing(LocalDate day) {
        return day.atStartOfDay(SWEDEN).plusMinutes(CLOSES_AT_MINUTE).toInstant();
    }

    /** A time to come at which they are open. */
    public static Instant officeTime() {
        return after(Instant.now(), 1).atTime(10, 0).atZone(SWEDEN).toInstant();
    }

    /** By Gauss, for the Gregorian calendar until 2099. */
    private static LocalDate easter(int year) {
        int d = (19 * (year % 19) + 24) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + 5) % 7;
        int days = d == 29 && e == 6 || d == 28 && e == 6 && year % 19 > 10 ? d + e - 7 : d + e;
        return LocalDate.of(year, 3, 22).plusDays(days);
    }
}
