package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.directory.SwedishTime;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** Times of appointments are as Swedish clocks show them, and a time when nobody is there is warned of (DSK-2). */
@SamsparTest
class AppointmentTimesTest {

    @Autowired
    SamsparApi api;

    private UnitClient clinic;

    @BeforeEach
    void signIn() {
        clinic = api.as(RequestFlow.CLINIC);
    }

    /** A Tuesday at ten in the next winter and in the next summer. */
    static Stream<Instant> seasons() {
        return Stream.of(Month.JANUARY, Month.JULY).map(month -> LocalDate.now(SwedishTime.ZONE)
                .plusYears(1)
                .withMonth(month.getValue())
                .with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.TUESDAY))
                .atTime(10, 0)
                .atZone(SwedishTime.ZONE)
                .toInstant());
    }

    @ParameterizedTest
    @MethodSource("seasons")
    void whateverWayATimeComesItIsWrittenWithTheOffsetOfItsSeason(Instant time) {
        Appointment booked = RequestFlow.submitted(api)
                .triage("accept", "plannedTime", new DateTimeType(time.toString()))
                .expect(200)
                .entry(Appointment.class);
        assertSwedish(booked, time);
        Instant moved = seasons().filter(other -> !other.equals(time)).findAny().orElseThrow();
        assertSwedish(
                Calendars.reschedule(clinic, booked, "period", Calendars.period(moved, 30))
                        .expect(200)
                        .resource(Appointment.class),
                moved);

        Appointment conference = Calendars.conference(slot(time));
        conference.getStartElement().setValueAsString(time.toString());
        Appointment held = clinic.post("Appointment", conference).expect(201).resource(Appointment.class);
        assertSwedish(held, time);
        assertSwedish(
                Calendars.reschedule(clinic, held, "slot", Calendars.reference(slot(moved)))
                        .expect(200)
                        .resource(Appointment.class),
                moved);
    }

    private Slot slot(Instant start) {
        Schedule schedule = new Schedule().setActive(true).addActor(new Reference(Calendars.CONFERENCES));
        Reference created = Calendars.reference(
                clinic.post("Schedule", schedule).expect(201).resource(Schedule.class));
        return clinic.post("Slot", Calendars.slot(created, start)).expect(201).resource(Slot.class);
    }

    private static void assertSwedish(Appointment appointment, Instant start) {
        assertThat(OffsetDateTime.parse(appointment.getStartElement().getValueAsString()))
                .hasToString(start.atZone(SwedishTime.ZONE).toOffsetDateTime().toString());
        assertThat(OffsetDateTime.parse(appointment.getEndElement().getValueAsString())
                        .getOffset())
                .isEqualTo(start.atZone(SwedishTime.ZONE).getOffset());
    }

    @Test
    void aTimeOnAPublicHolidayIsBookedWithAWarning() {
        ZonedDateTime christmas = LocalDate.now(SwedishTime.ZONE)
                .plusYears(1)
                .withMonth(12)
                .withDayOfMonth(25)
                .atTime(10, 0)
                .atZone(SwedishTime.ZONE);

        HttpAnswer accepted = RequestFlow.submitted(api)
                .triage("accept", "plannedTime", new DateTimeType(Date.from(christmas.toInstant())))
                .expect(200);

        assertThat(accepted.header("Warning")).contains("booked-when-open");
    }

    @Test
    void aMeetingThatIsMovedOutOfTheOpeningHoursIsWarnedOf() {
        Instant open = seasons().findFirst().orElseThrow();
        RequestFlow flow = RequestFlow.submitted(api);
        HttpAnswer accepted = flow.triage("accept", "plannedTime", new DateTimeType(Date.from(open)))
                .expect(200);
        assertThat(accepted.header("Warning")).isNull();
        Appointment meeting = accepted.entry(Appointment.class);

        HttpAnswer longer = Calendars.reschedule(clinic, meeting, "period", Calendars.period(open, 24 * 60))
                .expect(200);

        assertThat(longer.header("Warning")).contains("booked-when-open");
        assertThat(Calendars.reschedule(clinic, meeting, "period", Calendars.period(open, 60))
                        .expect(200)
                        .header("Warning"))
                .isNull();
    }
}
