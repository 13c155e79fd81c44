package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** How cases come to a multidisciplinary conference, and what comes of it (TRK-5). */
@SamsparTest
class ConferenceCasesTest {

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
        RequestFlow flow = RequestFlow.submitted(api, Calendars.caseFor(conference));
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
    void aRequestNamesAConferenceOfItsReceiverThatIsToCome() {
        ServiceRequest without = Calendars.caseFor(conference);
        without.getExtension().removeIf(extension -> Extensions.NAMED_CONFERENCE.equals(extension.getUrl()));
        assertThat(refused(without)).containsExactly("conference-complete");
        UnitClient healthCentre = api.as(RequestFlow.HEALTH_CENTRE);
        without.setSubject(RequestFlow.submitted(api).request().getSubject());
        assertThat(healthCentre.post("ServiceRequest", without).expect(422).ruleCodes())
                .containsExactly("conference-complete");

        ServiceRequest elsewhere = Calendars.caseFor(conference);
        elsewhere.getPerformerFirstRep().setReference("Organization/sus-reumatologi");
        assertThat(refused(elsewhere)).contains("conference-complete");

        Appointment oneSpecialty = Calendars.conference(Calendars.slot(clinic, Calendars.CONFERENCES));
        oneSpecialty
                .getSpecialty()
                .get(1)
                .setCoding(List.of(oneSpecialty.getSpecialty().get(0).getCodingFirstRep()));
        assertThat(refused(Calendars.caseFor(
                        clinic.post("Appointment", oneSpecialty).expect(201).resource(Appointment.class))))
                .containsExactly("conference-complete");

        clinic.put(path(), read(clinic).setStatus(AppointmentStatus.CANCELLED)).expect(200);
        assertThat(refused(Calendars.caseFor(conference))).containsExactly("conference-complete");
    }

    @Test
    void aRequestOnAnotherTrackNamesNoConferenceAndOpensNothing() {
        ServiceRequest referral = RequestFlow.request(Track.ELEKTIV_REMISS);
        referral.setRequester(new Reference("Organization/vc-limhamn"));
        Extension named = new Extension(Extensions.NAMED_CONFERENCE, Calendars.reference(conference));
        referral.addExtension(named);

        assertThat(RequestFlow.submit(foreign, referral, TestPatients.next())
                        .expect(422)
                        .ruleCodes())
                .containsExactly("conference-complete");
        referral.addExtension(named.copy());
        assertThat(RequestFlow.submit(foreign, referral, TestPatients.next())
                        .expect(422)
                        .ruleCodes())
                .containsExactly("conference-complete");
        assertThat(Calendars.signUp(clinic, conference, RequestFlow.submitted(api))
                        .expect(422)
                        .ruleCodes())
                .containsExactly("conference-complete");

        assertThat(read(foreign).hasExtension(Extensions.VIDEO_LINK)).isFalse();
        assertThat(agenda(participant)).isEmpty();
    }

    @Test
    void ofManyWhoAreSignedUpAtOnceNoneIsLost() throws Exception {
        Appointment other = Calendars.held(clinic);
        List<String> cases = new ArrayList<>();
        List<Callable<HttpAnswer>> signUps = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            RequestFlow flow = RequestFlow.submitted(api, Calendars.caseFor(other));
            cases.add(flow.id());
            signUps.add(() -> Calendars.signUp(clinic, conference, flow));
        }

        assertThat(InParallel.run(signUps)).extracting(HttpAnswer::status).containsOnly(200);

        assertThat(agenda(clinic)).containsExactlyInAnyOrderElementsOf(cases);
    }

    @Test
    void theFinalAnswerRecommendsSomething() {
        RequestFlow flow = RequestFlow.submitted(api, Calendars.caseFor(conference));
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
        ServiceRequest request = Calendars.caseFor(conference);
        request.getExtension().removeIf(extension -> Extensions.WORK_UP.equals(extension.getUrl()));
        assertThat(refused(request)).containsExactly("work-up-documented");
        Parameters submission = DemoRequests.parameters("request", request, "patient", TestPatients.next());
        UnitClient healthCentre = api.as(RequestFlow.HEALTH_CENTRE);

        String id = healthCentre
                .post("ServiceRequest/$submit", DemoRequests.justified(submission, "work-up-documented"))
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
        RequestFlow flow = RequestFlow.submitted(api, Calendars.caseFor(conference));
        Appointment other = Calendars.held(clinic);

        HttpAnswer signed = Calendars.signUp(flow.healthCentre(), other, flow).expect(200);

        assertThat(signed.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(agenda(clinic)).isEmpty();
        assertThat(flow.healthCentre()
                        .get("ServiceRequest?conference="
                                + Calendars.reference(other).getReference())
                        .expect(200)
                        .entries(ServiceRequest.class))
                .hasSize(1);
        Calendars.signUp(clinic, conference, flow).expect(200);
        Calendars.signUp(participant, other, flow).expect(403);
        Calendars.signUp(foreign, other, flow).expect(404);
        flow.cancel("reason", "Patienten har flyttat").expect(200);
        assertThat(Calendars.signUp(clinic, other, flow).expect(422).ruleCodes())
                .containsExactly("conference-complete");
        assertThat(Calendars.signUp(clinic, conference, flow).expect(422).ruleCodes())
                .containsExactly("conference-complete");
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

        Calendars.signUp(clinic, conference, flow).expect(200);

        assertThat(flow.task().getRestriction().getPeriod().getEnd()).isAfter(due);
        assertThat(read(flow.healthCentre()).hasExtension(Extensions.VIDEO_LINK))
                .isTrue();
        flow.answerFinally("more-work-up").expect(200);
    }

    @Test
    void aCaseIsTakenUpAtItsConferenceAndNoOtherRequestIs() {
        RequestFlow flow = RequestFlow.submitted(api, Calendars.caseFor(conference));
        flow.triage("accept", "plannedTime", new DateTimeType(conference.getStart()))
                .expect(422);
        Calendars.signUp(clinic, conference, RequestFlow.submitted(api)).expect(422);
        Appointment meeting = RequestFlow.submitted(api)
                .triage("accept", "plannedTime", new DateTimeType(conference.getStart()))
                .expect(200)
                .entry(Appointment.class);
        Calendars.signUp(clinic, meeting, flow).expect(422);
    }

    private List<String> refused(ServiceRequest request) {
        return RequestFlow.submit(api.as(RequestFlow.HEALTH_CENTRE), request, TestPatients.next())
                .expect(422)
                .ruleCodes();
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
