package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.EpisodeOfCare.EpisodeOfCareStatus;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What a unit does not rewrite by plain REST once the server has written it, and what it may. */
@SamsparTest
class ServerWrittenByRestTest {

    @Autowired
    SamsparApi api;

    @Test
    void aCareCommitmentIsNotRewritten() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        flow.triage("accept").expect(200);
        EpisodeOfCare commitment = flow.clinic()
                .get("EpisodeOfCare?incoming-referral=ServiceRequest/" + flow.id())
                .expect(200)
                .entries(EpisodeOfCare.class)
                .get(0);
        commitment.getPeriod().setStart(Date.from(Instant.parse("2020-01-01T10:00:00Z")));
        assertThat(put(flow.clinic(), commitment).expect(422).ruleCodes()).contains("server-written");
        String status = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"cancelled\"}]";
        assertThat(flow.clinic().patch(path(commitment), status).expect(422).ruleCodes())
                .contains("server-written");
        assertThat(flow.clinic()
                        .read(EpisodeOfCare.class, commitment.getIdElement().getIdPart())
                        .getStatus())
                .isEqualTo(EpisodeOfCareStatus.ACTIVE);
    }

    @Test
    void notesOnAWorkItemAreOnlyAdded() {
        RequestFlow flow = RequestFlow.submitted(api);
        Task noted = flow.task();
        noted.addNote().setText("Ringde vårdcentralen");
        put(flow.clinic(), noted).expect(200);
        Task again = flow.task();
        again.addNote().setText("Återkommer i morgon");
        put(flow.healthCentre(), again).expect(200);

        Task rewritten = flow.task();
        rewritten.getNoteFirstRep().setText("Ringde aldrig");
        assertThat(put(flow.healthCentre(), rewritten).expect(422).ruleCodes()).contains("transition-not-allowed");
        Task removed = flow.task();
        removed.getNote().remove(0);
        assertThat(put(flow.healthCentre(), removed).expect(422).ruleCodes()).contains("transition-not-allowed");
        Task narrated = flow.task();
        narrated.setText(narrative());
        assertThat(put(flow.clinic(), narrated).expect(422).ruleCodes()).contains("transition-not-allowed");
        assertThat(flow.task().getNote()).hasSize(2);
    }

    @Test
    void theNarrativeOfARequestIsContent() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        ServiceRequest request = flow.request();
        request.setText(narrative());
        assertThat(put(flow.healthCentre(), request).expect(422).ruleCodes()).contains("transition-not-allowed");
    }

    @Test
    void aMeetingIsCancelledAndNotMoved() {
        RequestFlow flow = RequestFlow.submitted(api);
        Instant start = Instant.now().plus(2, ChronoUnit.DAYS);
        Appointment meeting = flow.triage("accept", "plannedTime", new DateTimeType(Date.from(start)))
                .expect(200)
                .entry(Appointment.class);
        Appointment moved = meeting.copy();
        moved.setStart(Date.from(start.plus(1, ChronoUnit.DAYS)))
                .setEnd(Date.from(start.plus(1, ChronoUnit.DAYS).plus(30, ChronoUnit.MINUTES)));
        assertThat(put(flow.clinic(), moved).expect(422).ruleCodes()).contains("server-written");
        Appointment cancelled = meeting.copy().setStatus(AppointmentStatus.CANCELLED);
        put(flow.clinic(), cancelled).expect(200);
        Appointment revived = flow.clinic()
                .read(Appointment.class, meeting.getIdElement().getIdPart())
                .setStatus(AppointmentStatus.BOOKED);
        assertThat(put(flow.clinic(), revived).expect(422).ruleCodes()).contains("server-written");
    }

    @Test
    void aHealthCentreThatIsOnlyThePlaceOfAMeetingCancelsItToo() {
        ServiceRequest request = RequestFlow.consultation();
        request.getRequester().setReference("Organization/vc-dalby");
        RequestFlow flow = RequestFlow.submitted(api, request);
        Date start = Date.from(Instant.now().plus(2, ChronoUnit.DAYS));
        Appointment meeting = flow.triage("accept", "plannedTime", new DateTimeType(start))
                .expect(200)
                .entry(Appointment.class);
        put(flow.healthCentre(), meeting.setStatus(AppointmentStatus.CANCELLED)).expect(200);
        put(api.as("vc-limhamn"), meeting).expect(404);
    }

    @Test
    void aMeetingIsBookedOnAnAcceptedRequestWithItsPatientAlone() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        String other = RequestFlow.submitted(api).request().getSubject().getReference();
        String own = flow.request().getSubject().getReference();
        assertThat(book(flow, own).expect(422).ruleCodes()).containsExactly("meeting-of-request");
        flow.triage("accept").expect(200);
        assertThat(book(flow, own, other).expect(422).ruleCodes()).containsExactly("meeting-of-request");
        assertThat(book(flow, other).expect(422).ruleCodes()).containsExactly("meeting-of-request");
        book(flow, own).expect(201);
    }

    @Test
    void onlyTheUnitsOfItsRequestTakePartInAMeeting() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        flow.triage("accept").expect(200);
        String own = flow.request().getSubject().getReference();
        for (String stranger : List.of("PractitionerRole/vc-limhamn-lakare-1", "Location/vc-limhamn")) {
            assertThat(book(flow, own, stranger).expect(422).ruleCodes()).containsExactly("meeting-of-request");
        }
        book(flow, own, "PractitionerRole/sus-ortopedi-lakare-1", "Location/vc-dalby")
                .expect(201);
    }

    @Test
    void aCareCommitmentIsItsUnitsOwnWhenTheRequesterEndsIt() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        flow.triage("accept").expect(200);
        String commitment = path(flow.clinic()
                .get("EpisodeOfCare?incoming-referral=ServiceRequest/" + flow.id())
                .expect(200)
                .entry(EpisodeOfCare.class));

        flow.cancel("reason", "Patienten har blivit bra").expect(200);

        flow.clinic().get(commitment).expect(200);
        flow.healthCentre().get(commitment).expect(404);
    }

    @Test
    void noLabelIsPutOnWhatTheUnitsShare() {
        RequestFlow flow = RequestFlow.submitted(api);
        Coding label = new Coding("http://terminology.hl7.org/CodeSystem/v3-Confidentiality", "V", null);
        Task work = flow.task();
        work.getMeta().addSecurity(label);
        put(flow.clinic(), work).expect(403);
        put(flow.healthCentre(), work).expect(403);
        ServiceRequest request = flow.request();
        request.getMeta().addTag(label);
        put(flow.healthCentre(), request).expect(403);
        put(flow.clinic(), flow.task()).expect(200);
    }

    @Test
    void anySpecialtyThatTheReceiverHasGivesADeadline() {
        ServiceRequest request = RequestFlow.consultation();
        request.getPerformerType()
                .getCoding()
                .add(0, new Coding("http://snomed.info/sct", "394801008", "Trauma and orthopedics"));
        assertThat(RequestFlow.submitted(api, request)
                        .task()
                        .getRestriction()
                        .getPeriod()
                        .getEnd())
                .isAfter(new Date());
    }

    @Test
    void aRequestGoesOnOneTrack() {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS);
        request.getCategoryFirstRep().addCoding(Track.DIGITAL_SPECIALISTKONSULTATION.toCoding());
        assertThat(RequestFlow.submit(api.as(RequestFlow.HEALTH_CENTRE), request, TestPatients.next())
                        .expect(422)
                        .ruleCodes())
                .contains("requester-may-start-track");
    }

    @Test
    void theWorkItemFollowsThePriorityThatTheRequesterAsksFor() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        ServiceRequest request = flow.request().setPriority(ServiceRequestPriority.URGENT);
        put(flow.healthCentre(), request).expect(200);
        assertThat(flow.task().getPriority()).isEqualTo(TaskPriority.URGENT);
    }

    private static HttpAnswer book(RequestFlow flow, String... patients) {
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.addBasedOn(new Reference("ServiceRequest/" + flow.id()));
        Instant start = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        meeting.setStart(Date.from(start)).setEnd(Date.from(start.plus(30, ChronoUnit.MINUTES)));
        List.of(patients).forEach(patient -> join(meeting, patient));
        join(meeting, RequestFlow.PHYSICIAN);
        return flow.healthCentre().post("Appointment", meeting);
    }

    private static void join(Appointment meeting, String actor) {
        meeting.addParticipant().setActor(new Reference(actor)).setStatus(ParticipationStatus.ACCEPTED);
    }

    private static HttpAnswer put(UnitClient unit, Resource resource) {
        return unit.put(path(resource), resource);
    }

    private static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    private static Narrative narrative() {
        Narrative text = new Narrative().setStatus(NarrativeStatus.ADDITIONAL);
        text.setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">Ny text</div>");
        return text;
    }
}
