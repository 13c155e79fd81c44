package se.samspar.directory;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * The Swedish calendar of days off (helgdagar), for "helgfri vardag" of DSK-2.
 *
 * <p>Public holidays are those of the law on public holidays, except that Sundays count as such only where they are
 * another holiday too: a service that is open on Sundays says so in its hours. Midsummer Eve, Christmas Eve and New
 * Year's Eve are not public holidays by law, but health care keeps them as such; which of them count is configuration
 * ({@code samspar.directory.closed-eves}).
 */
@Component
public class PublicHolidays {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final HolidayManager calendar =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));
    private final Set<String> eves;
    private final Set<String> closedEves;
    private final Map<Integer, Set<LocalDate>> holidaysByYear = new ConcurrentHashMap<>();

    PublicHolidays(DirectoryProperties properties) {
        eves = Stream.of(DirectoryProperties.Eve.values()).map(Enum::name).collect(Collectors.toSet());
        closedEves = properties.closedEves().stream().map(Enum::name).collect(Collectors.toSet());
    }

    boolean isHoliday(LocalDate date) {
        return holidaysByYear.computeIfAbsent(date.getYear(), this::holidaysOf).contains(date);
    }

    /** Is it a Monday to Friday that is no public holiday (helgfri vardag)? */
    public boolean isWorkingDay(LocalDate date) {
        return !WEEKEND.contains(date.getDayOfWeek()) && !isHoliday(date);
    }

    private Set<LocalDate> holidaysOf(int year) {
        return calendar.getHolidays(Year.of(year)).stream()
                .filter(this::isClosed)
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isClosed(Holiday holiday) {
        return !eves.contains(holiday.getPropertiesKey()) || closedEves.contains(holiday.getPropertiesKey());
    }
}
