package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A slot has one appointment, whatever way it is taken, and is free again once that is moved or cancelled (TRK-9). */
@SamsparTest
class SlotsTest {

    @Autowired
    SamsparApi api;

    private UnitClient clinic;

    @BeforeEach
    void signIn() {
        clinic = api.as(RequestFlow.CLINIC);
    }

    @Test
    void acceptingWithASlotBooksTheMeetingAtItsTime() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();

        HttpAnswer accepted = accept(flow, slot).expect(200);

        Appointment meeting = accepted.entry(Appointment.class);
        assertThat(meeting.getStart()).isEqualTo(slot.getStart());
        assertThat(meeting.getEnd()).isEqualTo(slot.getEnd());
        assertThat(meeting.getSlotFirstRep().getReference())
                .isEqualTo(Calendars.reference(slot).getReference());
        assertThat(accepted.entry(Task.class).getRestriction().getPeriod().getEnd())
                .isAfter(slot.getStart());
        assertThat(status(slot)).isEqualTo(SlotStatus.BUSY);
        assertThat(flow.healthCentre()
                        .read(Appointment.class, meeting.getIdElement().getIdPart())
                        .getStart())
                .isEqualTo(slot.getStart());
    }

    @Test
    void aTakenSlotIsNotTakenAgain() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        accept(referral(), slot).expect(200);
        RequestFlow late = referral();

        assertThat(accept(late, slot).expect(422).ruleCodes()).containsExactly("slot-free");

        assertThat(late.task().getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        accept(late, Calendars.slot(clinic, Calendars.REFERRALS)).expect(200);
    }

    @Test
    void aSlotThatTheUnitBlocksIsNotTaken() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        put(clinic, slot.copy().setStatus(SlotStatus.BUSYUNAVAILABLE)).expect(200);

        assertThat(accept(referral(), slot).expect(422).ruleCodes()).containsExactly("slot-free");
    }

    @Test
    void ofManyWhoWantASlotOneGetsIt() throws Exception {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        List<Callable<HttpAnswer>> attempts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RequestFlow flow = referral();
            attempts.add(() -> accept(flow, slot));
        }

        assertThat(InParallel.run(attempts)).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 422, 422);
    }

    @Test
    void plainRestCompetesForTheSameSlot() throws Exception {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        List<Callable<HttpAnswer>> attempts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RequestFlow flow = referral();
            flow.triage("accept").expect(200);
            attempts.add(() -> clinic.post("Appointment", meeting(flow, slot)));
        }

        assertThat(InParallel.run(attempts)).extracting(HttpAnswer::status).containsExactlyInAnyOrder(201, 422, 422);
        assertThat(status(slot)).isEqualTo(SlotStatus.BUSY);
    }

    @Test
    void whatIsBookedByRestHasTheTimeOfItsSlot() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();
        flow.triage("accept").expect(200);
        Appointment meeting = meeting(flow, slot);
        meeting.setStart(Date.from(slot.getStart().toInstant().minus(1, ChronoUnit.HOURS)));

        assertThat(clinic.post("Appointment", meeting).expect(422).ruleCodes()).containsExactly("slot-free");
    }

    @Test
    void theRequesterDoesNotTakeASlotOfTheReceiver() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();
        flow.triage("accept").expect(200);

        assertThat(flow.healthCentre()
                        .post("Appointment", meeting(flow, slot))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("slot-free");
    }

    @Test
    void aSlotOfAnotherUnitIsRefused() {
        Slot slot = Calendars.slot(api.as("sus-reumatologi"), "HealthcareService/sus-reumatologi-remiss");

        assertThat(accept(referral(), slot).expect(422).ruleCodes()).containsExactly("slot-free");
    }

    @Test
    void aSlotGoesWithAcceptAndInsteadOfATime() {
        Reference slot = Calendars.reference(Calendars.slot(clinic, Calendars.REFERRALS));
        RequestFlow flow = referral();

        flow.triage("decline", "reason", "Fel klinik", "slot", slot).expect(422);
        flow.triage("accept", "slot", slot, "plannedTime", new DateTimeType(new Date()))
                .expect(422);
        flow.triage("accept", "slot", new Reference("Slot/finns-inte")).expect(422);
    }

    @Test
    void movingAMeetingFreesItsSlotAndBothUnitsSeeIt() {
        Slot first = Calendars.slot(clinic, Calendars.REFERRALS);
        Slot second = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();
        Appointment meeting = accept(flow, first).expect(200).entry(Appointment.class);
        Date due = flow.task().getRestriction().getPeriod().getEnd();

        HttpAnswer moved =
                reschedule(clinic, meeting, "slot", Calendars.reference(second)).expect(200);

        assertThat(moved.header("ETag")).isNotEqualTo("W/\"" + meeting.getMeta().getVersionId() + "\"");
        assertThat(status(first)).isEqualTo(SlotStatus.FREE);
        assertThat(status(second)).isEqualTo(SlotStatus.BUSY);
        assertThat(List.of(flow.healthCentre(), clinic)).allSatisfy(unit -> assertThat(
                        unit.read(Appointment.class, meeting.getIdElement().getIdPart())
                                .getStart())
                .isEqualTo(second.getStart()));
        assertThat(flow.task().getRestriction().getPeriod().getEnd()).isAfter(due);
        accept(referral(), first).expect(200);
    }

    @Test
    void movingAMeetingToATimeOutsideOfTheScheduleFreesItsSlot() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        Appointment meeting = accept(referral(), slot).expect(200).entry(Appointment.class);
        Instant start = Instant.now().plus(9, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

        Appointment moved = reschedule(clinic, meeting, "period", period(start, 30))
                .expect(200)
                .resource(Appointment.class);

        assertThat(moved.getStart()).isEqualTo(Date.from(start));
        assertThat(moved.getSlot()).isEmpty();
        assertThat(status(slot)).isEqualTo(SlotStatus.FREE);
    }

    @Test
    void aMeetingIsMovedByItsReceiverToAFreeTimeThatIsToCome() {
        Slot taken = Calendars.slot(clinic, Calendars.REFERRALS);
        accept(referral(), taken).expect(200);
        RequestFlow flow = referral();
        Appointment meeting = accept(flow, Calendars.slot(clinic, Calendars.REFERRALS))
                .expect(200)
                .entry(Appointment.class);
        Instant now = Instant.now();

        assertThat(reschedule(clinic, meeting, "slot", Calendars.reference(taken))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("slot-free");
        assertThat(reschedule(clinic, meeting, "period", period(now.minus(2, ChronoUnit.DAYS), 30))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("time-ahead");
        reschedule(clinic, meeting).expect(422);
        reschedule(clinic, meeting, "period", period(now.plus(2, ChronoUnit.DAYS), -30))
                .expect(422);
        reschedule(flow.healthCentre(), meeting, "period", period(now.plus(2, ChronoUnit.DAYS), 30))
                .expect(403);
        reschedule(api.as("sus-neurologi"), meeting, "period", period(now.plus(2, ChronoUnit.DAYS), 30))
                .expect(404);
    }

    @Test
    void cancellingFreesTheSlotByWhateverWay() {
        Slot byRest = Calendars.slot(clinic, Calendars.REFERRALS);
        Appointment meeting = accept(referral(), byRest).expect(200).entry(Appointment.class);
        put(clinic, meeting.setStatus(AppointmentStatus.CANCELLED)).expect(200);
        assertThat(status(byRest)).isEqualTo(SlotStatus.FREE);
        reschedule(clinic, meeting, "slot", Calendars.reference(byRest)).expect(422);

        Slot byRequester = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow taken = referral();
        accept(taken, byRequester).expect(200);
        taken.cancel("reason", "Patienten har flyttat").expect(200);
        assertThat(status(byRequester)).isEqualTo(SlotStatus.FREE);
        accept(referral(), byRequester).expect(200);
    }

    @Test
    void anAnswerWithoutTheMeetingFreesTheSlot() {
        Slot slot = Calendars.slot(clinic, "HealthcareService/sus-ortopedi-dsk");
        RequestFlow flow = RequestFlow.submitted(api);
        accept(flow, slot).expect(200);

        flow.answerFinally("continue-in-primary-care").expect(200);

        assertThat(status(slot)).isEqualTo(SlotStatus.FREE);
    }

    @Test
    void aTakenSlotStaysAsItIs() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        accept(referral(), slot).expect(200);
        Slot taken = clinic.read(Slot.class, slot.getIdElement().getIdPart());

        assertThat(put(clinic, taken.copy().setStatus(SlotStatus.FREE))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("slot-free");
        assertThat(put(
                                clinic,
                                taken.copy()
                                        .setEnd(Date.from(
                                                taken.getEnd().toInstant().plusSeconds(60))))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("slot-free");
        put(clinic, taken).expect(200);
    }

    @Test
    void everyUnitReadsTheTimesAndEachWritesItsOwn() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        UnitClient foreign = api.as("vc-limhamn");

        assertThat(foreign.get("Slot?status=free&schedule=" + slot.getSchedule().getReference())
                        .expect(200)
                        .entries(Slot.class))
                .hasSize(1);
        assertThat(foreign.get("Slot?schedule.actor=" + Calendars.REFERRALS + "&start="
                                + slot.getStart().toInstant())
                        .expect(200)
                        .entries(Slot.class))
                .extracting(found -> found.getIdElement().getIdPart())
                .contains(slot.getIdElement().getIdPart());
        put(foreign, slot).expect(403);
        foreign.post("Slot", Calendars.slot(slot.getSchedule(), Instant.now())).expect(403);
        foreign.post(
                        "Schedule",
                        clinic.get(slot.getSchedule().getReference())
                                .expect(200)
                                .body())
                .expect(403);
    }

    private RequestFlow referral() {
        return RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
    }

    private static HttpAnswer accept(RequestFlow flow, Slot slot) {
        return flow.triage("accept", "slot", Calendars.reference(slot));
    }

    private static Appointment meeting(RequestFlow flow, Slot slot) {
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.addBasedOn(new Reference("ServiceRequest/" + flow.id()));
        meeting.setStart(slot.getStart()).setEnd(slot.getEnd()).addSlot(Calendars.reference(slot));
        List.of(flow.request().getSubject().getReference(), RequestFlow.PHYSICIAN, Calendars.REFERRALS)
                .forEach(actor -> meeting.addParticipant()
                        .setActor(new Reference(actor))
                        .setStatus(ParticipationStatus.ACCEPTED));
        return meeting;
    }

    private static Period period(Instant start, int minutes) {
        return new Period().setStart(Date.from(start)).setEnd(Date.from(start.plus(minutes, ChronoUnit.MINUTES)));
    }

    private static HttpAnswer reschedule(UnitClient unit, Appointment meeting, Object... parameters) {
        return unit.post(
                "Appointment/%s/$reschedule".formatted(meeting.getIdElement().getIdPart()),
                DemoRequests.parameters(parameters));
    }

    private static HttpAnswer put(UnitClient unit, org.hl7.fhir.r4.model.Resource resource) {
        return unit.put(Calendars.reference(resource).getReference(), resource);
    }

    private SlotStatus status(Slot slot) {
        return clinic.read(Slot.class, slot.getIdElement().getIdPart()).getStatus();
    }
}
