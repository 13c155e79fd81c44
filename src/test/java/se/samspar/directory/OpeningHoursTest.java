package se.samspar.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.directory.ServiceBuilder.OPENING_HOURS;
import static se.samspar.directory.ServiceBuilder.at;
import static se.samspar.directory.ServiceBuilder.officeHours;
import static se.samspar.directory.ServiceBuilder.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.HealthcareService.DaysOfWeek;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {

    @Nested
    class WeeklyHoursTest {

        @ParameterizedTest
        @CsvSource({
            "2026-03-02T07:59:59, false",
            "2026-03-02T08:00, true",
            "2026-03-02T16:29:59, true",
            "2026-03-02T16:30, false",
            "2026-03-07T10:00, false",
            "2026-03-08T10:00, false"
        })
        void holdFromTheirStartUntilTheirEnd(String time, boolean open) {
            assertThat(OPENING_HOURS.isOpen(officeHours(), at(time))).isEqualTo(open);
        }

        @Test
        void nextOpeningIsNowWhileOpen() {
            assertThat(OPENING_HOURS.nextOpening(officeHours(), at("2026-03-02T10:15")))
                    .contains(at("2026-03-02T10:15"));
        }

        @Test
        void nextOpeningAfterFridayIsMonday() {
            assertThat(OPENING_HOURS.nextOpening(officeHours(), at("2026-03-06T16:30")))
                    .contains(at("2026-03-09T08:00"));
        }

        @Test
        void mayHaveALunchBreak() {
            HealthcareService service = service()
                    .weekdays("13:00:00", "16:00:00")
                    .weekdays("08:00:00", "12:00:00")
                    .build();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-02T11:59"))).isTrue();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-02T12:30"))).isFalse();
            assertThat(OPENING_HOURS.nextOpening(service, at("2026-03-02T12:30")))
                    .contains(at("2026-03-02T13:00"));
        }

        @Test
        void mayRunOverMidnight() {
            HealthcareService service = service()
                    .open(List.of(DaysOfWeek.FRI), "22:00:00", "06:00:00")
                    .build();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-06T23:59"))).isTrue();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-07T05:59"))).isTrue();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-07T06:00"))).isFalse();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-07T23:00"))).isFalse();
        }

        @Test
        void withoutDaysHoldEveryDay() {
            HealthcareService service =
                    service().open(List.of(), "08:00:00", "10:00:00").build();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-08T09:00"))).isTrue();
        }

        @Test
        void allDayLastsFromMidnightToMidnight() {
            HealthcareService service = service().allDay(DaysOfWeek.SAT).build();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-07T00:00"))).isTrue();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-07T23:59:59"))).isTrue();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-08T00:00"))).isFalse();
        }

        @Test
        void thatAreMissingMeanAroundTheClock() {
            assertThat(OPENING_HOURS.isOpen(service().build(), at("2026-03-08T03:00")))
                    .isTrue();
        }

        @Test
        void lastFromOpeningToClosing() {
            HealthcareService service = service()
                    .weekdays("08:00:00", "12:00:00")
                    .weekdays("13:00:00", "16:00:00")
                    .build();
            assertThat(isOpen(service, "2026-03-02T08:00", "2026-03-02T12:00")).isTrue();
            assertThat(isOpen(service, "2026-03-02T11:30", "2026-03-02T13:30")).isFalse();
            assertThat(isOpen(service, "2026-03-02T10:00", "2026-03-03T10:00")).isFalse();
            assertThat(isOpen(service, "2026-03-02T16:00", "2026-03-02T16:00")).isFalse();
            assertThat(isOpen(service, "2026-03-02T07:30", "2026-03-02T08:30")).isFalse();
            assertThat(isOpen(service().build(), "2026-03-07T10:00", "2026-03-09T10:00"))
                    .isTrue();
        }

        private boolean isOpen(HealthcareService service, String from, String until) {
            return OPENING_HOURS.isOpenThroughout(service, at(from), at(until));
        }

        @Test
        void ofAnInactiveServiceDoNotHold() {
            HealthcareService service = officeHours().setActive(false);
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-02T10:00"))).isFalse();
            assertThat(OPENING_HOURS.nextOpening(service, at("2026-03-02T10:00")))
                    .isEmpty();
        }
    }

    @Nested
    class PublicHoliday {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-01-01",
                    "2026-01-06",
                    "2026-04-03",
                    "2026-04-06",
                    "2026-05-01",
                    "2026-05-14",
                    "2026-06-19",
                    "2026-12-24",
                    "2026-12-25",
                    "2026-12-31"
                })
        void closes(String date) {
            assertThat(OPENING_HOURS.isOpen(officeHours(), at(date + "T10:00"))).isFalse();
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-04-02", "2026-04-07", "2026-04-30", "2026-05-25", "2026-06-18", "2026-12-23"})
        void thatIsNoneAnyMoreOrNotYetDoesNot(String date) {
            assertThat(OPENING_HOURS.isOpen(officeHours(), at(date + "T10:00"))).isTrue();
        }

        @Test
        void isSkippedByTheNextOpening() {
            // Maundy Thursday evening, then Good Friday, the weekend and Easter Monday
            assertThat(OPENING_HOURS.nextOpening(officeHours(), at("2026-04-02T18:00")))
                    .contains(at("2026-04-07T08:00"));
        }

        @Test
        void isLikeAnyDayForAServiceThatSaysSo() {
            HealthcareService service = service()
                    .weekdays("08:00:00", "16:30:00")
                    .openOnPublicHolidays()
                    .build();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-12-24T10:00"))).isTrue();
        }

        @Test
        void endsANightThatBeginsOnItButNotOneThatBeganBefore() {
            HealthcareService nights =
                    service().open(List.of(), "22:00:00", "06:00:00").build();
            assertThat(OPENING_HOURS.isOpen(nights, at("2026-05-01T05:00"))).isTrue();
            assertThat(OPENING_HOURS.isOpen(nights, at("2026-05-01T23:00"))).isFalse();
            assertThat(OPENING_HOURS.isOpen(nights, at("2026-05-02T05:00"))).isFalse();
        }
    }

    @Nested
    class Closure {

        @Test
        void lastsToTheEndOfItsLastDay() {
            HealthcareService service = service()
                    .weekdays("08:00:00", "16:30:00")
                    .closed("2026-07-06", "2026-07-31")
                    .build();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-07-03T10:00"))).isTrue();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-07-31T16:00"))).isFalse();
            assertThat(OPENING_HOURS.nextOpening(service, at("2026-07-10T10:00")))
                    .contains(at("2026-08-03T08:00"));
        }

        @Test
        void mayTakeAPieceOfADay() {
            HealthcareService service = service()
                    .weekdays("08:00:00", "16:30:00")
                    .closed("2026-03-02T09:00:00+01:00", "2026-03-02T10:00:00+01:00")
                    .build();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-02T08:30"))).isTrue();
            assertThat(OPENING_HOURS.nextOpening(service, at("2026-03-02T09:30")))
                    .contains(at("2026-03-02T10:00"));
        }

        @Test
        void withoutAnEndClosesForGood() {
            HealthcareService service = service()
                    .weekdays("08:00:00", "16:30:00")
                    .closed("2026-07", null)
                    .build();
            assertThat(OPENING_HOURS.isOpen(service, at("2026-06-30T10:00"))).isTrue();
            assertThat(OPENING_HOURS.nextOpening(service, at("2026-06-30T18:00")))
                    .isEmpty();
        }

        @Test
        void withoutAPeriodIsIgnored() {
            HealthcareService service = officeHours();
            service.addNotAvailable().setDescription("Efter överenskommelse");
            assertThat(OPENING_HOURS.isOpen(service, at("2026-03-02T10:00"))).isTrue();
        }
    }

    @Nested
    class ClockChange {

        @Test
        void keepsTheHoursByTheClockOnTheWall() {
            assertThat(OPENING_HOURS.nextOpening(officeHours(), at("2026-03-28T12:00")))
                    .contains(Instant.parse("2026-03-30T06:00:00Z"));
            assertThat(OPENING_HOURS.nextOpening(officeHours(), at("2026-10-24T12:00")))
                    .contains(Instant.parse("2026-10-26T07:00:00Z"));
        }

        @Test
        void makesANightAnHourShorterOrLonger() {
            HealthcareService nights = service()
                    .open(List.of(DaysOfWeek.SAT), "22:00:00", "06:00:00")
                    .build();
            assertThat(openFor(nights, "2026-03-28T12:00")).isEqualTo(Duration.ofHours(7));
            assertThat(openFor(nights, "2026-10-24T12:00")).isEqualTo(Duration.ofHours(9));
            assertThat(openFor(nights, "2026-11-07T12:00")).isEqualTo(Duration.ofHours(8));
        }

        @Test
        void dropsHoursThatDoNotExist() {
            HealthcareService service =
                    service().open(List.of(), "02:00:00", "03:00:00").build();
            assertThat(OPENING_HOURS.nextOpening(service, at("2026-03-28T12:00")))
                    .contains(at("2026-03-30T02:00"));
        }

        private Duration openFor(HealthcareService service, String from) {
            Instant start = at(from);
            return OPENING_HOURS
                    .windows(service, start)
                    .takeWhile(window -> window.start().isBefore(start.plus(Duration.ofDays(2))))
                    .map(Window::length)
                    .reduce(Duration.ZERO, Duration::plus);
        }
    }
}
