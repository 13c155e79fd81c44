package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Multidisciplinary conferences: who holds and reads them, how cases come to them, what comes of it (TRK-5). */
@SamsparTest
class ConferenceTest {

    @Autowired
    SamsparApi api;

    private UnitClient clinic;
    private UnitClient participant;
    private UnitClient foreign;
    private Appointment conference;

    @BeforeEach
    void orthopaedicsHoldsAConferenceWithRheumatology() {
        clinic = api.as(RequestFlow.CLINIC);
        participant = api.as("sus-reumatologi");
        foreign = api.as("vc-limhamn");
        conference = Calendars.held(clinic);
    }

    @Test
    void aCaseGoesFromItsRequesterToTheRecommendation() {
        RequestFlow flow = RequestFlow.submitted(api, caseFor(conference));
        flow.receive().expect(200);
        flow.triage("accept").expect(200);
        assertThat(flow.task().getRestriction().getPeriod().getEnd()).isAfter(conference.getStart());

        flow.answerFinally("continue-in-primary-care").expect(200);

        assertThat(flow.request().getStatus()).isEqualTo(ServiceRequestStatus.COMPLETED);
        assertThat(flow.healthCentre()
                        .get("Communication?based-on=ServiceRequest/" + flow.id())
                        .expect(200)
                        .entry(Communication.class)
                        .getPayloadFirstRep()
                        .getContentStringType()
                        .getValue())
                .isEqualTo("Måttlig artros.");
    }

    @Test
    void theAgendaIsReadByThoseWhoTakePartAndByEachRequesterForItsOwnCases() {
        RequestFlow own = RequestFlow.submitted(api, caseFor(conference));
        ServiceRequest ofAnother = caseFor(conference);
        ofAnother.setRequester(new Reference("Organization/vc-sodra-sandby"));
        String other = RequestFlow.submit(api.as("vc-sodra-sandby"), ofAnother, TestPatients.next())
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();

        assertThat(agenda(clinic)).containsExactly(own.id(), other);
        assertThat(agenda(participant)).containsExactly(own.id(), other);
        assertThat(agenda(own.healthCentre())).containsExactly(own.id());
        assertThat(agenda(foreign)).isEmpty();
        String patient = own.request().getSubject().getReferenceElement().getIdPart();
        assertThat(participant.read(Patient.class, patient).getName()).isNotEmpty();
        foreign.get("Patient/" + patient).expect(404);
        foreign.get("ServiceRequest/" + own.id()).expect(404);
    }

    @Test
    void everyUnitFindsTheConferenceAndItsRoomIsForThoseWhoTakePart() {
        String search = "Appointment?service-type=elektiv-mdk&status=booked&_id="
                + conference.getIdElement().getIdPart();
        Appointment seen = foreign.get(search).expect(200).entry(Appointment.class);
        assertThat(seen.getStart()).isEqualTo(conference.getStart());
        assertThat(seen.hasExtension(Extensions.VIDEO_LINK)).isFalse();
        assertThat(read(foreign).hasExtension(Extensions.VIDEO_LINK)).isFalse();
        assertThat(foreign.get(path() + "/_history").expect(200).body()).doesNotContain(Calendars.ROOM);
        assertThat(read(participant).hasExtension(Extensions.VIDEO_LINK)).isTrue();

        RequestFlow flow = RequestFlow.submitted(api, caseFor(conference));
        assertThat(read(flow.healthCentre()).hasExtension(Extensions.VIDEO_LINK))
                .isTrue();
    }

    @Test
    void onlyTheUnitThatRunsItChangesIt() {
        Appointment described = read(clinic).setDescription("Ny beskrivning");
        participant.put(path(), described).expect(403);
        foreign.put(path(), described).expect(403);
        reschedule(participant, Calendars.slot(participant, "HealthcareService/sus-reumatologi-remiss"))
                .expect(403);
        clinic.put(path(), described).expect(200);

        Slot later = Calendars.slot(clinic, Calendars.CONFERENCES);
        Appointment moved = reschedule(clinic, later).expect(200).resource(Appointment.class);

        assertThat(moved.getStart()).isEqualTo(later.getStart());
        assertThat(clinic.get(conference.getSlotFirstRep().getReference())
                        .expect(200)
                        .resource(Slot.class)
                        .getStatus())
                .isEqualTo(SlotStatus.FREE);
    }

    @Test
    void aConferenceSaysNothingAboutPatientsAndHasTwoSpecialties() {
        String patient = RequestFlow.submitted(api, caseFor(conference))
                .request()
                .getSubject()
                .getReference();
        Slot slot = Calendars.slot(clinic, Calendars.CONFERENCES);
        Appointment withPatient = Calendars.conference(slot);
        withPatient.addParticipant().setActor(new Reference(patient)).setStatus(ParticipationStatus.ACCEPTED);
        assertThat(clinic.post("Appointment", withPatient).expect(422).ruleCodes())
                .containsExactly("conference-complete");
        Appointment alone = Calendars.conference(slot);
        alone.getSpecialty().remove(1);
        assertThat(clinic.post("Appointment", alone).expect(422).ruleCodes()).containsOnly("profile-conformance");
        participant.post("Appointment", Calendars.conference(slot)).expect(403);
    }

    @Test
    void aMeetingDoesNotBecomeAConference() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        Slot slot = Calendars.slot(clinic, Calendars.REFERRALS);
        Appointment meeting = flow.triage("accept", "slot", Calendars.reference(slot))
                .expect(200)
                .entry(Appointment.class);
        Appointment opened = Calendars.conference(slot);
        opened.setId(meeting.getIdElement().toUnqualifiedVersionless());

        assertThat(clinic.put(opened.getId(), opened).expect(422).ruleCodes()).contains("server-written");
    }

    @Test
    void aRequestNamesAConferenceOfItsReceiverThatIsToCome() {
        ServiceRequest without = caseFor(conference);
        without.getExtension().removeIf(extension -> Extensions.NAMED_CONFERENCE.equals(extension.getUrl()));
        assertThat(refused(without)).containsExactly("conference-complete");
        UnitClient healthCentre = api.as(RequestFlow.HEALTH_CENTRE);
        without.setSubject(RequestFlow.submitted(api).request().getSubject());
        assertThat(healthCentre.post("ServiceRequest", without).expect(422).ruleCodes())
                .containsExactly("conference-complete");

        ServiceRequest elsewhere = caseFor(conference);
        elsewhere.getPerformerFirstRep().setReference("Organization/sus-reumatologi");
        assertThat(refused(elsewhere)).contains("conference-complete");

        Appointment oneSpecialty = Calendars.conference(Calendars.slot(clinic, Calendars.CONFERENCES));
        oneSpecialty
                .getSpecialty()
                .get(1)
                .setCoding(List.of(oneSpecialty.getSpecialty().get(0).getCodingFirstRep()));
        assertThat(refused(caseFor(
                        clinic.post("Appointment", oneSpecialty).expect(201).resource(Appointment.class))))
                .containsExactly("conference-complete");

        clinic.put(path(), read(clinic).setStatus(AppointmentStatus.CANCELLED)).expect(200);
        assertThat(refused(caseFor(conference))).containsExactly("conference-complete");
    }

    @Test
    void theFinalAnswerRecommendsSomething() {
        RequestFlow flow = RequestFlow.submitted(api, caseFor(conference));
        flow.triage("accept").expect(200);
        Parameters silent = DemoRequests.parameters(
                "kind",
                new CodeType("final"),
                "outcome",
                new CodeType("more-work-up"),
                "nextStep",
                "Ny röntgen",
                "patientInformed",
                true);

        assertThat(clinic.post(flow.path("answer"), silent).expect(422).ruleCodes())
                .containsExactly("conference-complete");
        flow.answer("partial", "text", "Fallet är diskuterat").expect(200);
        flow.answerFinally("more-work-up").expect(200);
    }

    @Test
    void aRuleIsSetAsideWithAReasonThatIsKept() {
        ServiceRequest request = caseFor(conference);
        request.getExtension().removeIf(extension -> Extensions.WORK_UP.equals(extension.getUrl()));
        assertThat(refused(request)).containsExactly("work-up-documented");
        Parameters submission = DemoRequests.parameters("request", request, "patient", TestPatients.next());
        UnitClient healthCentre = api.as(RequestFlow.HEALTH_CENTRE);

        String id = healthCentre
                .post("ServiceRequest/$submit", RequestFlow.justified(submission, "work-up-documented"))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();

        assertThat(healthCentre
                        .get("Provenance?set-aside-rule=work-up-documented&target=ServiceRequest/" + id)
                        .expect(200)
                        .entries(Provenance.class))
                .hasSize(1);
    }

    @Test
    void eitherUnitMovesACaseToAnotherConference() {
        RequestFlow flow = RequestFlow.submitted(api, caseFor(conference));
        Appointment other = Calendars.held(clinic);

        HttpAnswer signed = signUp(flow.healthCentre(), other, flow).expect(200);

        assertThat(signed.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(agenda(clinic)).isEmpty();
        assertThat(flow.healthCentre()
                        .get("ServiceRequest?conference="
                                + Calendars.reference(other).getReference())
                        .expect(200)
                        .entries(ServiceRequest.class))
                .hasSize(1);
        signUp(clinic, conference, flow).expect(200);
        signUp(participant, other, flow).expect(403);
        signUp(foreign, other, flow).expect(404);
        flow.cancel("reason", "Patienten har flyttat").expect(200);
        signUp(clinic, other, flow).expect(422);
    }

    @Test
    void aCaseFromAnotherTrackIsSignedUpBeforeItIsAnswered() {
        RequestFlow referral = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        String id = clinic.post(
                        referral.path("convert"),
                        DemoRequests.parameters(
                                "track",
                                new CodeType("elektiv-mdk"),
                                "to",
                                new Reference(Calendars.CONFERENCES),
                                "reason",
                                "Behöver flera specialiteter"))
                .expect(200)
                .entries(ServiceRequest.class)
                .get(1)
                .getIdElement()
                .getIdPart();
        RequestFlow flow = RequestFlow.of(api, id);
        flow.triage("accept").expect(200);
        assertThat(flow.answerFinally("more-work-up").expect(422).ruleCodes()).containsExactly("conference-complete");
        Date due = flow.task().getRestriction().getPeriod().getEnd();

        signUp(clinic, conference, flow).expect(200);

        assertThat(flow.task().getRestriction().getPeriod().getEnd()).isAfter(due);
        assertThat(read(flow.healthCentre()).hasExtension(Extensions.VIDEO_LINK))
                .isTrue();
        flow.answerFinally("more-work-up").expect(200);
    }

    @Test
    void aCaseIsTakenUpAtItsConferenceAndNoOtherRequestIs() {
        RequestFlow flow = RequestFlow.submitted(api, caseFor(conference));
        flow.triage("accept", "plannedTime", new DateTimeType(conference.getStart()))
                .expect(422);
        signUp(clinic, conference, RequestFlow.submitted(api)).expect(422);
        Appointment meeting = RequestFlow.submitted(api)
                .triage("accept", "plannedTime", new DateTimeType(conference.getStart()))
                .expect(200)
                .entry(Appointment.class);
        signUp(clinic, meeting, flow).expect(422);
    }

    @Test
    void theDemoRegionHasConferencesToCome() {
        Appointment demo =
                foreign.get("Appointment/sus-ortopedi-mdk-1").expect(200).resource(Appointment.class);
        assertThat(demo.getSpecialty())
                .extracting(specialty -> specialty.getCodingFirstRep().getCode())
                .containsExactly("1324", "1125");
        assertThat(participant
                        .get("Appointment/sus-ortopedi-mdk-1")
                        .expect(200)
                        .resource(Appointment.class)
                        .hasExtension(Extensions.VIDEO_LINK))
                .isTrue();
        Coding track = demo.getServiceTypeFirstRep().getCodingFirstRep();
        assertThat(track.getCode()).isEqualTo(Track.ELEKTIV_MDK.code());
    }

    private static ServiceRequest caseFor(Appointment conference) {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_MDK);
        request.addExtension(new Extension(Extensions.NAMED_CONFERENCE, Calendars.reference(conference)));
        return request;
    }

    private List<String> refused(ServiceRequest request) {
        return RequestFlow.submit(api.as(RequestFlow.HEALTH_CENTRE), request, TestPatients.next())
                .expect(422)
                .ruleCodes();
    }

    private static HttpAnswer signUp(UnitClient unit, Appointment conference, RequestFlow flow) {
        return unit.post(
                "Appointment/%s/$sign-up".formatted(conference.getIdElement().getIdPart()),
                DemoRequests.parameters("request", new Reference("ServiceRequest/" + flow.id())));
    }

    private HttpAnswer reschedule(UnitClient unit, Slot slot) {
        return unit.post(path() + "/$reschedule", DemoRequests.parameters("slot", Calendars.reference(slot)));
    }

    private List<String> agenda(UnitClient unit) {
        return unit
                .get("ServiceRequest?conference=" + path() + "&_sort=authored")
                .expect(200)
                .entries(ServiceRequest.class)
                .stream()
                .map(request -> request.getIdElement().getIdPart())
                .toList();
    }

    private Appointment read(UnitClient unit) {
        return unit.read(Appointment.class, conference.getIdElement().getIdPart());
    }

    private String path() {
        return Calendars.reference(conference).getReference();
    }
}
