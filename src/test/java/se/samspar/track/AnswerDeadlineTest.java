package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Slot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** The answer is due counted from the meeting or conference, whatever way that is moved or cancelled (TRK-9). */
@SamsparTest
class AnswerDeadlineTest {

    @Autowired
    SamsparApi api;

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
        begun.answer("partial").expect(200);
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
        flow.answer("partial").expect(200);
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
