package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.samspar.support.WorkingDays;

class PublicHolidaysTest {

    @Test
    void areThoseOfTheSwedishCalendarWithTheEvesThatCareKeeps() {
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(ServiceBuilder.HOLIDAYS::isHoliday)
                        .map(LocalDate::toString))
                .containsExactlyElementsOf(List.of(
                        "2026-01-01",
                        "2026-01-06",
                        "2026-04-03",
                        "2026-04-05",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-05-24",
                        "2026-06-06",
                        "2026-06-19",
                        "2026-06-20",
                        "2026-10-31",
                        "2026-12-24",
                        "2026-12-25",
                        "2026-12-26",
                        "2026-12-31"));
    }

    /** What other tests go by is worked out in another way. */
    @Test
    void agreeForYearsWithWhatTestsCountBy() {
        assertThat(LocalDate.of(2020, 1, 1).datesUntil(LocalDate.of(2060, 1, 1)))
                .allSatisfy(day -> assertThat(WorkingDays.isWorkingDay(day))
                        .as("%s", day)
                        .isEqualTo(ServiceBuilder.HOLIDAYS.isWorkingDay(day)));
    }

    @Test
    void leaveOutTheEvesThatARegionWorksOn() {
        PublicHolidays holidays = new PublicHolidays(new DirectoryProperties(Set.of(), null));
        assertThat(holidays.isWorkingDay(LocalDate.of(2026, 12, 24))).isTrue();
        assertThat(holidays.isWorkingDay(LocalDate.of(2026, 6, 19))).isTrue();
        assertThat(holidays.isWorkingDay(LocalDate.of(2026, 12, 25))).isFalse();
    }

    @Test
    void makeWithTheWeekendTheDaysThatAreNoWorkingDays() {
        assertThat(ServiceBuilder.HOLIDAYS.isWorkingDay(LocalDate.of(2026, 3, 6)))
                .isTrue();
        assertThat(ServiceBuilder.HOLIDAYS.isWorkingDay(LocalDate.of(2026, 3, 7)))
                .isFalse();
        assertThat(ServiceBuilder.HOLIDAYS.isWorkingDay(LocalDate.of(2026, 5, 14)))
                .isFalse();
    }
}
