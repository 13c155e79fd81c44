package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A slot is free again, for every unit to see, once what had it is moved or cancelled (TRK-9). */
@SamsparTest
class SlotsGivenBackTest {

    @Autowired
    SamsparApi api;

    private UnitClient clinic;

    @BeforeEach
    void signIn() {
        clinic = api.as(RequestFlow.CLINIC);
    }

    @Test
    void movingAMeetingFreesItsSlotAndBothUnitsSeeIt() {
        Slot first = Calendars.slot(clinic, Calendars.REFERRALS);
        Slot second = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();
        Appointment meeting = Calendars.accept(flow, first).expect(200).entry(Appointment.class);
        Date due = flow.task().getRestriction().getPeriod().getEnd();

        HttpAnswer moved = Calendars.reschedule(clinic, meeting, "slot", Calendars.reference(second))
                .expect(200);

        assertThat(moved.header("ETag")).isNotEqualTo("W/\"" + meeting.getMeta().getVersionId() + "\"");
        assertThat(Calendars.status(clinic, first)).isEqualTo(SlotStatus.FREE);
        assertThat(Calendars.status(clinic, second)).isEqualTo(SlotStatus.BUSY);
        assertThat(List.of(flow.healthCentre(), clinic)).allSatisfy(unit -> assertThat(
                        unit.read(Appointment.class, meeting.getIdElement().getIdPart())
                                .getStart())
                .isEqualTo(second.getStart()));
        assertThat(flow.task().getRestriction().getPeriod().getEnd()).isAfter(due);
        Calendars.accept(referral(), first).expect(200);
    }

    @Test
    void movingAMeetingToATimeOutsideOfTheScheduleFreesItsSlot() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        Appointment meeting = Calendars.accept(referral(), slot).expect(200).entry(Appointment.class);
        Instant start = Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        Appointment moved = Calendars.reschedule(clinic, meeting, "period", Calendars.period(start, 30))
                .expect(200)
                .resource(Appointment.class);

        assertThat(moved.getStart()).isEqualTo(Date.from(start));
        assertThat(moved.getSlot()).isEmpty();
        assertThat(Calendars.status(clinic, slot)).isEqualTo(SlotStatus.FREE);
    }

    @Test
    void aMeetingIsMovedByItsReceiverToAFreeTimeThatIsToCome() {
        Slot taken = Calendars.slot(clinic, Calendars.REFERRALS);
        Calendars.accept(referral(), taken).expect(200);
        RequestFlow flow = referral();
        Appointment meeting = Calendars.accept(flow, Calendars.slot(clinic, Calendars.REFERRALS))
                .expect(200)
                .entry(Appointment.class);
        Instant now = Instant.now();

        assertThat(Calendars.reschedule(clinic, meeting, "slot", Calendars.reference(taken))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("slot-free");
        assertThat(Calendars.reschedule(clinic, meeting, "period", Calendars.period(now.minus(2, ChronoUnit.DAYS), 30))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("time-ahead");
        Calendars.reschedule(clinic, meeting).expect(422);
        Calendars.reschedule(clinic, meeting, "period", Calendars.period(now.plus(2, ChronoUnit.DAYS), -30))
                .expect(422);
        Calendars.reschedule(flow.healthCentre(), meeting, "period", Calendars.period(now.plus(2, ChronoUnit.DAYS), 30))
                .expect(403);
        Calendars.reschedule(
                        api.as("sus-neurologi"), meeting, "period", Calendars.period(now.plus(2, ChronoUnit.DAYS), 30))
                .expect(404);
    }

    @Test
    void cancellingFreesTheSlotByWhateverWay() {
        Slot byRest = Calendars.slot(clinic, Calendars.REFERRALS);
        Appointment meeting = Calendars.accept(referral(), byRest).expect(200).entry(Appointment.class);
        Calendars.put(clinic, meeting.setStatus(AppointmentStatus.CANCELLED)).expect(200);
        assertThat(Calendars.status(clinic, byRest)).isEqualTo(SlotStatus.FREE);

        Slot byRequester = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow taken = referral();
        Calendars.accept(taken, byRequester).expect(200);
        taken.cancel("reason", "Patienten har flyttat").expect(200);
        assertThat(Calendars.status(clinic, byRequester)).isEqualTo(SlotStatus.FREE);
        Calendars.accept(referral(), byRequester).expect(200);
    }

    @Test
    void anAnswerWithoutTheMeetingFreesTheSlot() {
        Slot slot = Calendars.slot(clinic, "HealthcareService/sus-ortopedi-dsk");
        RequestFlow flow = RequestFlow.submitted(api);
        Calendars.accept(flow, slot).expect(200);

        flow.answerFinally("continue-in-primary-care").expect(200);

        assertThat(Calendars.status(clinic, slot)).isEqualTo(SlotStatus.FREE);
    }

    @Test
    void anAnswerThatEndsTheCommitmentGivesTheVisitBack() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();
        String visit = Calendars.accept(flow, slot)
                .expect(200)
                .entry(Appointment.class)
                .getIdElement()
                .getIdPart();

        flow.answerFinally("back-to-primary-care").expect(200);

        Appointment cancelled = flow.healthCentre().read(Appointment.class, visit);
        assertThat(cancelled.getStatus()).isEqualTo(AppointmentStatus.CANCELLED);
        assertThat(cancelled.getCancelationReason().getText()).isEqualTo("Remissen är besvarad");
        assertThat(Calendars.status(clinic, slot)).isEqualTo(SlotStatus.FREE);
    }

    @Test
    void anAnswerAfterWhichTheReceiverGoesOnKeepsTheVisit() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();
        Calendars.accept(flow, slot).expect(200);

        flow.answerFinally("more-work-up").expect(200);

        assertThat(Calendars.status(clinic, slot)).isEqualTo(SlotStatus.BUSY);
    }

    @Test
    void everyUnitFindsTheTimeThatIsGivenBack() {
        UnitClient foreign = api.as("vc-limhamn");
        Slot first = Calendars.slot(clinic, Calendars.REFERRALS);
        Slot second = Calendars.slot(clinic, Calendars.REFERRALS);
        Appointment meeting = Calendars.accept(referral(), first).expect(200).entry(Appointment.class);
        assertThat(free(foreign, first)).isEmpty();

        Calendars.reschedule(clinic, meeting, "slot", Calendars.reference(second))
                .expect(200);
        assertThat(free(foreign, first)).hasSize(1);
        assertThat(free(foreign, second)).isEmpty();

        Appointment moved =
                clinic.read(Appointment.class, meeting.getIdElement().getIdPart());
        Calendars.put(clinic, moved.setStatus(AppointmentStatus.CANCELLED)).expect(200);
        assertThat(free(foreign, second)).hasSize(1);
    }

    private static List<Slot> free(UnitClient unit, Slot slot) {
        return unit.get("Slot?status=free&schedule=" + slot.getSchedule().getReference())
                .expect(200)
                .entries(Slot.class);
    }

    private RequestFlow referral() {
        return RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
    }
}
