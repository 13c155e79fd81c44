package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A slot has one appointment, whatever way it is taken (TRK-9). */
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

        HttpAnswer accepted = Calendars.accept(flow, slot).expect(200);

        Appointment meeting = accepted.entry(Appointment.class);
        assertThat(meeting.getStart()).isEqualTo(slot.getStart());
        assertThat(meeting.getEnd()).isEqualTo(slot.getEnd());
        assertThat(meeting.getSlotFirstRep().getReference())
                .isEqualTo(Calendars.reference(slot).getReference());
        assertThat(accepted.entry(Task.class).getRestriction().getPeriod().getEnd())
                .isAfter(slot.getStart());
        assertThat(Calendars.status(clinic, slot)).isEqualTo(SlotStatus.BUSY);
        assertThat(flow.healthCentre()
                        .read(Appointment.class, meeting.getIdElement().getIdPart())
                        .getStart())
                .isEqualTo(slot.getStart());
    }

    @Test
    void aTakenSlotIsNotTakenAgain() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        Calendars.accept(referral(), slot).expect(200);
        RequestFlow late = referral();

        assertThat(Calendars.accept(late, slot).expect(422).ruleCodes()).containsExactly("slot-free");

        assertThat(late.task().getStatus()).isEqualTo(Task.TaskStatus.REQUESTED);
        Calendars.accept(late, Calendars.slot(clinic, Calendars.REFERRALS)).expect(200);
    }

    @Test
    void aSlotThatTheUnitBlocksIsNotTaken() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        Calendars.put(clinic, slot.copy().setStatus(SlotStatus.BUSYUNAVAILABLE)).expect(200);

        assertThat(Calendars.accept(referral(), slot).expect(422).ruleCodes()).containsExactly("slot-free");
    }

    @Test
    void ofManyWhoWantASlotOneGetsIt() throws Exception {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        List<Callable<HttpAnswer>> attempts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            RequestFlow flow = referral();
            attempts.add(() -> Calendars.accept(flow, slot));
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
            attempts.add(() -> clinic.post("Appointment", Calendars.meeting(flow, slot)));
        }

        assertThat(InParallel.run(attempts)).extracting(HttpAnswer::status).containsExactlyInAnyOrder(201, 422, 422);
        assertThat(Calendars.status(clinic, slot)).isEqualTo(SlotStatus.BUSY);
    }

    @Test
    void whoBooksTheSameSlotsInOppositeOrderDoesNotWaitForGood() throws Exception {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            slots.add(Calendars.slot(clinic, Calendars.REFERRALS));
        }
        Bundle forwards = bookings(slots);
        Collections.reverse(slots);
        Bundle backwards = bookings(slots);

        List<Callable<HttpAnswer>> attempts =
                List.of(() -> clinic.post("", forwards), () -> clinic.post("", backwards));

        assertThat(InParallel.run(attempts)).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 422);
    }

    private Bundle bookings(List<Slot> slots) {
        RequestFlow flow = referral();
        flow.triage("accept").expect(200);
        Bundle bookings = new Bundle().setType(BundleType.TRANSACTION);
        slots.forEach(slot -> bookings.addEntry()
                .setResource(Calendars.meeting(flow, slot))
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("Appointment"));
        return bookings;
    }

    @Test
    void whatIsBookedByRestHasTheTimeOfItsSlot() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();
        flow.triage("accept").expect(200);
        Appointment meeting = Calendars.meeting(flow, slot);
        meeting.setStart(Date.from(slot.getStart().toInstant().minus(1, ChronoUnit.HOURS)));

        assertThat(clinic.post("Appointment", meeting).expect(422).ruleCodes()).containsExactly("slot-free");
    }

    @Test
    void theRequesterDoesNotTakeASlotOfTheReceiver() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        RequestFlow flow = referral();
        flow.triage("accept").expect(200);

        assertThat(flow.healthCentre()
                        .post("Appointment", Calendars.meeting(flow, slot))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("slot-free");
    }

    @Test
    void aSlotOfAnotherUnitIsRefused() {
        Slot slot = Calendars.slot(api.as("sus-reumatologi"), "HealthcareService/sus-reumatologi-remiss");

        assertThat(Calendars.accept(referral(), slot).expect(422).ruleCodes()).containsExactly("slot-free");
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
    void aTakenSlotStaysAsItIs() {
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        Calendars.accept(referral(), slot).expect(200);
        Slot taken = clinic.read(Slot.class, slot.getIdElement().getIdPart());

        assertThat(Calendars.put(clinic, taken.copy().setStatus(SlotStatus.FREE))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("slot-free");
        assertThat(Calendars.put(
                                clinic,
                                taken.copy()
                                        .setEnd(Date.from(
                                                taken.getEnd().toInstant().plusSeconds(60))))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("slot-free");
        Calendars.put(clinic, taken).expect(200);
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
        Calendars.put(foreign, slot).expect(403);
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
}
