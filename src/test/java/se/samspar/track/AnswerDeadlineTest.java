package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.store.ResourceStore;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** The answer is due counted from the meeting or conference, whatever way that is moved or cancelled (TRK-9). */
@SamsparTest
class AnswerDeadlineTest {

    @Autowired
    SamsparApi api;

    @Autowired
    ResourceStore store;

    private UnitClient clinic;

    @BeforeEach
    void signIn() {
        clinic = api.as(RequestFlow.CLINIC);
    }

    @Test
    void aConferenceThatIsMovedTakesTheDeadlinesOfItsCasesWithIt() {
        Appointment conference = Calendars.held(clinic);
        RequestFlow accepted = accepted(conference);
        RequestFlow begun = accepted(conference);
        begun.answer("partial", "text", "Fallet är diskuterat").expect(200);
        RequestFlow waiting = RequestFlow.submitted(api, Calendars.caseFor(conference));
        Date first = due(waiting);

        Slot later = Calendars.slot(clinic, Calendars.CONFERENCES);
        Calendars.reschedule(clinic, conference, "slot", Calendars.reference(later))
                .expect(200);
        assertThat(due(accepted)).isAfter(later.getStart());
        assertThat(due(begun)).isAfter(later.getStart());

        Slot last = Calendars.slot(clinic, Calendars.CONFERENCES);
        Appointment moved = read(conference);
        moved.setStart(last.getStart()).setEnd(last.getEnd());
        moved.getSlotFirstRep().setReference(Calendars.reference(last).getReference());
        Calendars.put(clinic, moved).expect(200);
        assertThat(due(accepted)).isAfter(last.getStart());
        assertThat(due(begun)).isAfter(last.getStart());

        assertThat(due(waiting)).isEqualTo(first);
    }

    @Test
    void aConferenceThatIsCancelledLeavesNoTimeToWaitFor() {
        Appointment conference = Calendars.held(clinic);
        RequestFlow flow = accepted(conference);

        Calendars.put(clinic, read(conference).setStatus(AppointmentStatus.CANCELLED))
                .expect(200);

        assertThat(due(flow)).isAfter(new Date()).isBefore(conference.getStart());
    }

    @Test
    void aCaseThatHasAPartialAnswerIsDueByTheConferenceItIsSignedUpTo() {
        RequestFlow flow = accepted(Calendars.held(clinic));
        flow.answer("partial", "text", "Fallet är diskuterat").expect(200);
        Appointment later = Calendars.held(clinic);

        Calendars.signUp(clinic, later, flow).expect(200);

        assertThat(due(flow)).isAfter(later.getStart());
    }

    @Test
    void acceptedForACancelledConferenceACaseIsDueFromTheAcceptance() {
        Appointment conference = Calendars.held(clinic);
        RequestFlow flow = RequestFlow.submitted(api, Calendars.caseFor(conference));
        Calendars.put(clinic, read(conference).setStatus(AppointmentStatus.CANCELLED))
                .expect(200);

        flow.triage("accept").expect(200);

        assertThat(due(flow)).isBefore(conference.getStart());
    }

    @Test
    void whenTheLastMeetingIsCancelledTheAnswerIsDueFromThen() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        Slot first = Calendars.slot(clinic, Calendars.REFERRALS);
        Slot second = Calendars.slot(clinic, Calendars.REFERRALS);
        Appointment one = Calendars.accept(flow, first).expect(200).entry(Appointment.class);
        Appointment other = clinic.post("Appointment", Calendars.meeting(flow, second))
                .expect(201)
                .resource(Appointment.class);
        Date dueFromSecond = due(flow);
        assertThat(dueFromSecond).isAfter(second.getStart());

        Calendars.put(clinic, other.setStatus(AppointmentStatus.CANCELLED)).expect(200);
        assertThat(due(flow)).isAfter(first.getStart()).isBefore(dueFromSecond);

        Calendars.put(clinic, one.setStatus(AppointmentStatus.CANCELLED)).expect(200);
        assertThat(due(flow)).isAfter(new Date()).isBefore(first.getStart());
    }

    @Test
    void aSupplementLeavesWhatIsBookedWhenItIs() {
        Appointment conference = Calendars.held(clinic);
        RequestFlow flow = accepted(conference);
        Date due = due(flow);

        flow.triage("request-supplement", "reason", "Röntgensvar saknas").expect(200);
        flow.supplement("note", "Röntgen utan anmärkning").expect(200);

        assertThat(due(flow)).isEqualTo(due);
    }

    @Test
    void onlyASupplementThatWasAskedForGivesMoreTime() {
        RequestFlow flow = RequestFlow.submitted(api);
        Date past = Date.from(Instant.parse("2026-01-07T15:30:00Z"));
        Task overdue = flow.task();
        overdue.getRestriction().getPeriod().setStart(past).setEnd(past);
        store.executeAsServer(() -> store.update(overdue));

        flow.supplement("note", "Glömde säga att hen är rädd").expect(200);
        assertThat(due(flow)).isEqualTo(past);

        flow.triage("request-supplement", "reason", "Röntgensvar saknas").expect(200);
        flow.supplement("note", "Röntgen utan anmärkning").expect(200);
        assertThat(due(flow)).isAfter(past);
    }

    private RequestFlow accepted(Appointment conference) {
        RequestFlow flow = RequestFlow.submitted(api, Calendars.caseFor(conference));
        flow.triage("accept").expect(200);
        return flow;
    }

    private Appointment read(Appointment conference) {
        return clinic.read(Appointment.class, conference.getIdElement().getIdPart());
    }

    private static Date due(RequestFlow flow) {
        return flow.task().getRestriction().getPeriod().getEnd();
    }
}
