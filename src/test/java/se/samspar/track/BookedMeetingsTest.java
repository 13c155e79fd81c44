package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Whom a booked meeting is with, and what becomes of it when its request is answered. */
@SamsparTest
class BookedMeetingsTest {

    @Autowired
    SamsparApi api;

    @Test
    void aMeetingThatHasBegunIsHeldOnceTheRequestIsAnsweredFinally() {
        RequestFlow flow = RequestFlow.submitted(api);
        String meeting = booked(flow, Instant.now());
        flow.answer("partial", "text", "Röntgen först.").expect(200);
        assertThat(status(flow, meeting)).isEqualTo(AppointmentStatus.BOOKED);
        flow.answerFinally("continue-in-primary-care").expect(200);
        assertThat(status(flow, meeting)).isEqualTo(AppointmentStatus.FULFILLED);
    }

    @Test
    void aVideoMeetingStillAheadIsNotNeededAfterTheFinalAnswer() {
        RequestFlow flow = RequestFlow.submitted(api);
        String meeting = booked(flow, Instant.now().plus(2, ChronoUnit.DAYS));
        flow.answerFinally("continue-in-primary-care").expect(200);
        assertThat(status(flow, meeting)).isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aVisitStillAheadStaysBookedAfterTheFinalAnswer() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        String visit = booked(flow, Instant.now().plus(2, ChronoUnit.DAYS));
        flow.answerFinally("admission").expect(200);
        assertThat(status(flow, visit)).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    void aSecretaryWhoSendsARequestIsNotBookedAsThePhysician() {
        ServiceRequest request = RequestFlow.consultation();
        request.getRequester().setReference("PractitionerRole/vc-dalby-sekreterare-1");
        RequestFlow flow = RequestFlow.submitted(api, request);
        String meeting = booked(flow, Instant.now().plus(2, ChronoUnit.DAYS));
        assertThat(flow.clinic().read(Appointment.class, meeting).getParticipant())
                .extracting(participant -> participant.getActor().getReference())
                .containsExactly(
                        flow.request().getSubject().getReference(),
                        "Location/vc-dalby",
                        "HealthcareService/sus-ortopedi-dsk");
    }

    private static String booked(RequestFlow flow, Instant start) {
        return flow.triage("accept", "plannedTime", new DateTimeType(Date.from(start)))
                .expect(200)
                .entry(Appointment.class)
                .getIdElement()
                .getIdPart();
    }

    private static AppointmentStatus status(RequestFlow flow, String meeting) {
        return flow.healthCentre().read(Appointment.class, meeting).getStatus();
    }
}
