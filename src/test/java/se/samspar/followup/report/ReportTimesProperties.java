package se.samspar.followup.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.samspar.followup.CalendarPeriod;
import se.samspar.followup.CalendarPeriod.Length;

/** On whatever day anything first counted, and at whatever moment the server looks. */
class ReportTimesProperties {

    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final Schedule DEFAULT = schedule(1, Period.ofYears(1));

    /** What is looked at, and when. */
    record Look(LocalDate first, Instant now, int daysAfter, Period catchUp) {

        Schedule schedule() {
            return ReportTimesProperties.schedule(daysAfter, catchUp);
        }

        List<CalendarPeriod> due() {
            return schedule().due(first, now);
        }
    }

    private static Schedule schedule(int daysAfter, Period catchUp) {
        return new Schedule(new ScheduleProperties(Set.of(Length.values()), daysAfter, catchUp));
    }

    @Property
    void whatIsDueHasEndedAndWhatFollowsIsNotDueYet(@ForAll("looks") Look look) {
        List<CalendarPeriod> due = look.due();
        assertThat(due).doesNotHaveDuplicates();
        for (Length length : Length.values()) {
            List<CalendarPeriod> of =
                    due.stream().filter(period -> period.length() == length).toList();
            for (int i = 0; i < of.size(); i++) {
                Instant ended = of.get(i).end().plusDays(1).atStartOfDay(ZONE).toInstant();
                assertThat(ended).isBeforeOrEqualTo(look.now());
                CalendarPeriod next = of.get(i).next();
                if (i + 1 < of.size()) {
                    assertThat(of.get(i + 1)).as("none is missing").isEqualTo(next);
                } else {
                    Instant from =
                            look.schedule().dueOn(next).atStartOfDay(ZONE).toInstant();
                    assertThat(from).as("the last").isAfter(look.now());
                }
            }
        }
    }

    @Property
    void whatWasDueStaysDueUntilItIsMadeUpForNoMore(@ForAll("looks") Look look) {
        Look dayAfter = new Look(
                look.first(),
                look.now().plus(Period.ofDays(1)),
                look.daysAfter(),
                look.catchUp().plusDays(1));
        assertThat(dayAfter.due()).containsAll(look.due());
    }

    @Property
    void everyDayIsInThePeriodThatIsNamedAfterIt(@ForAll("days") LocalDate day) {
        for (Length length : Length.values()) {
            CalendarPeriod period = length.of(day);
            assertThat(day).isBetween(period.start(), period.end());
            assertThat(period.start()).isEqualTo(period.start().withDayOfMonth(1));
            assertThat(period.next().start()).isEqualTo(period.end().plusDays(1));
            assertThat(CalendarPeriod.parse(period.name())).contains(period);
        }
        assertThat(Length.TERTIAL.of(day).monthsUntilEnd(4).toList())
                .as("months divide tertials")
                .contains(Length.MONTH.of(day));
    }

    @Example
    void theInterimChecksAreOfMayAndSeptemberAndTheFinalReportOfJanuary() {
        assertThat(List.of("2026-T1", "2026-T2", "2026").stream()
                        .map(name -> DEFAULT.dueOn(CalendarPeriod.parse(name).orElseThrow())))
                .containsExactly(LocalDate.of(2026, 5, 2), LocalDate.of(2026, 9, 2), LocalDate.of(2027, 1, 2));
    }

    @Example
    void aYearTurnsAtMidnightInSweden() {
        LocalDate first = LocalDate.of(2026, 12, 24);
        assertThat(DEFAULT.due(first, Instant.parse("2027-01-01T22:59:59Z"))).isEmpty();
        assertThat(DEFAULT.due(first, Instant.parse("2027-01-01T23:00:00Z")).stream()
                        .map(CalendarPeriod::name))
                .containsExactly("2026-12", "2026-T3", "2026");
    }

    @Example
    void aLeapDayIsOfItsMonth() {
        assertThat(CalendarPeriod.parse("2028-02").map(CalendarPeriod::end)).contains(LocalDate.of(2028, 2, 29));
        assertThat(DEFAULT.due(LocalDate.of(2028, 2, 29), Instant.parse("2028-03-01T12:00:00Z")))
                .isEmpty();
        assertThat(DEFAULT.due(LocalDate.of(2028, 2, 29), Instant.parse("2028-03-02T12:00:00Z")))
                .hasSize(1);
        // Back from the leap day over a year.
        assertThat(DEFAULT.due(LocalDate.of(2020, 1, 1), Instant.parse("2028-02-29T12:00:00Z"))
                        .get(0)
                        .name())
                .isEqualTo("2027-02");
    }

    @Example
    void whatIsNoPeriodIsNotRead() {
        for (String name :
                List.of("", "202", "2026-13", "2026-00", "2026-T4", "2026-T0", "26-01", "2026-1", "2026-01-01")) {
            assertThat(CalendarPeriod.parse(name)).as(name).isEmpty();
        }
    }

    @Provide
    static Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(1990, 1, 1).toEpochDay(),
                        LocalDate.of(2090, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    static Arbitrary<Look> looks() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(0, 3L * 366 * 24 * 3600);
        Arbitrary<Period> catchUps = Arbitraries.integers().between(1, 800).map(Period::ofDays);
        return Combinators.combine(days(), seconds, Arbitraries.integers().between(0, 20), catchUps)
                .as((first, later, daysAfter, catchUp) ->
                        new Look(first, first.atStartOfDay(ZONE).toInstant().plusSeconds(later), daysAfter, catchUp));
    }
}
