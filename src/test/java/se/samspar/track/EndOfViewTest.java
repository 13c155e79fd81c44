package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What a unit saw because of a request only is closed to it with the request, files and all (ALL-3, OVP-15). */
@SamsparTest
class EndOfViewTest {

    @Autowired
    SamsparApi api;

    private UnitClient dalby;
    private UnitClient first;
    private UnitClient next;

    @BeforeEach
    void signIn() {
        dalby = api.as("vc-dalby");
        first = api.as("sus-akut-internmedicin");
        next = api.as("trelleborg-akut-internmedicin");
    }

    @Test
    void theFilesOfARequestAreClosedToWhoHasForwardedIt() {
        ServiceRequest request = submitted(DemoRequests.internalMedicine());
        String sent = request.getSupportingInfoFirstRep().getReferenceElement().getIdPart();
        String posted = posted(dalby, request);
        first.get("Binary/" + sent).expect(200);
        first.get("Binary/" + posted).expect(200);

        forward(request);

        for (String file : List.of(sent, posted)) {
            assertIsClosed(first, file);
            assertThat(first.get("DocumentReference?related=" + path(request))
                            .expect(200)
                            .entries(DocumentReference.class))
                    .isEmpty();
            next.get("Binary/" + file).expect(200);
            next.get("DocumentReference/" + file + "/_history").expect(200);
        }
    }

    @Test
    void soIsWhatTheRequesterHadTakenOutOfTheBackground() {
        ServiceRequest request = submitted(DemoRequests.internalMedicine());
        DocumentReference document = document();
        document.setSubject(request.getSubject());
        Reference mistaken = Calendars.reference(
                dalby.post("DocumentReference", document).expect(201).resource(DocumentReference.class));
        ServiceRequest referring =
                dalby.read(ServiceRequest.class, request.getIdElement().getIdPart());
        referring.addSupportingInfo(mistaken);
        dalby.put(path(request), referring).expect(200);
        first.get(mistaken.getReference()).expect(200);
        dalby.put(
                        path(request),
                        dalby.read(ServiceRequest.class, request.getIdElement().getIdPart())
                                .setSupportingInfo(request.getSupportingInfo()))
                .expect(200);

        forward(request);

        first.get(mistaken.getReference()).expect(404);
        next.get(mistaken.getReference()).expect(404);
    }

    @Test
    void aUnitKeepsItsOwnFilesItsWorkItemAndThePatientOfThat() {
        ServiceRequest request = submitted(DemoRequests.internalMedicine());
        String own = posted(first, request);
        Task task = first.get("Task?focus=" + path(request)).expect(200).entry(Task.class);

        forward(request);

        first.get("Binary/" + own).expect(200);
        first.get("Task/" + task.getIdElement().getIdPart()).expect(200);
        first.get(request.getSubject().getReference()).expect(200);
        next.get("Binary/" + own).expect(200);
    }

    @Test
    void aFileStaysOpenToAUnitThatSeesAnotherRequestWithIt() {
        ServiceRequest request = submitted(DemoRequests.internalMedicine());
        ServiceRequest other = DemoRequests.consultation();
        other.getPerformerFirstRep().setReference("Organization/sus-akut-internmedicin");
        other.setPerformerType(request.getPerformerType());
        other.setSubject(request.getSubject());
        other.addSupportingInfo(request.getSupportingInfoFirstRep().copy());
        dalby.post("ServiceRequest/$submit", DemoRequests.parameters("request", other))
                .expect(200);

        forward(request);

        first.get(path(request)).expect(404);
        first.get("Binary/"
                        + request.getSupportingInfoFirstRep()
                                .getReferenceElement()
                                .getIdPart())
                .expect(200);
    }

    @Test
    void whyARuleWasSetAsideIsClosedTooButForTheUnitThatDidIt() {
        ServiceRequest onASunday = DemoRequests.internalMedicine();
        onASunday.setOccurrence(
                new DateTimeType(LocalDate.now().with(TemporalAdjusters.next(DayOfWeek.SUNDAY)) + "T10:00:00+01:00"));
        Parameters submission = DemoRequests.submit(onASunday, TestPatients.next());
        ServiceRequest request = dalby.post(
                        "ServiceRequest/$submit", DemoRequests.justified(submission, "receiver-open"))
                .expect(200)
                .entry(ServiceRequest.class);
        String ofDalby = reasons(first, request).get(0);

        first.post(
                        path(request) + "/$triage",
                        DemoRequests.justified(DemoRequests.forwardToTrelleborg(), "receiver-open"))
                .expect(200);

        assertThat(reasons(dalby, request)).hasSize(2).contains(ofDalby);
        assertThat(reasons(first, request)).hasSize(1).doesNotContain(ofDalby);
        first.get("Provenance/" + ofDalby).expect(404);
    }

    @Test
    void aCaseIsClosedToThoseAtAConferenceThatItHasLeft() {
        UnitClient clinic = api.as(RequestFlow.CLINIC);
        UnitClient participant = api.as("sus-reumatologi");
        Appointment former = Calendars.held(clinic);
        ServiceRequest request = submitted(Calendars.caseFor(former));
        String file = request.getSupportingInfoFirstRep().getReferenceElement().getIdPart();
        String patient = request.getSubject().getReference();
        for (String seen : List.of(path(request), "DocumentReference/" + file, "Binary/" + file, patient)) {
            participant.get(seen).expect(200);
        }

        moveToAConferenceOfOthers(request);

        participant.get(path(request)).expect(404);
        participant.get(path(request) + "/_history").expect(404);
        participant.get(path(request) + "/_history/1").expect(404);
        assertIsClosed(participant, file);
        participant.get(patient).expect(404);
        clinic.get("Binary/" + file).expect(200);
        assertThat(dalby.read(Appointment.class, former.getIdElement().getIdPart())
                        .hasExtension(Extensions.VIDEO_LINK))
                .isFalse();
    }

    @Test
    void aPatientWithAnotherCaseAtTheConferenceStaysOpenToIt() {
        UnitClient participant = api.as("sus-reumatologi");
        Appointment former = Calendars.held(api.as(RequestFlow.CLINIC));
        ServiceRequest request = submitted(Calendars.caseFor(former));
        ServiceRequest second = Calendars.caseFor(former);
        second.setSubject(request.getSubject());
        Parameters submission = DemoRequests.parameters("request", second);
        ServiceRequest stays = dalby.post(
                        "ServiceRequest/$submit", DemoRequests.justified(submission, "one-active-request"))
                .expect(200)
                .entry(ServiceRequest.class);
        RequestFlow.of(api, stays.getIdElement().getIdPart()).triage("accept").expect(200);

        moveToAConferenceOfOthers(request);

        participant.get(path(request)).expect(404);
        participant.get(request.getSubject().getReference()).expect(200);
        assertThat(dalby.read(Appointment.class, former.getIdElement().getIdPart())
                        .hasExtension(Extensions.VIDEO_LINK))
                .isTrue();
    }

    /** The ids of what tells why a rule was set aside. */
    private static List<String> reasons(UnitClient unit, ServiceRequest request) {
        return unit.get("Provenance?target=" + path(request)).expect(200).entries(Provenance.class).stream()
                .map(provenance -> provenance.getIdElement().getIdPart())
                .toList();
    }

    private void moveToAConferenceOfOthers(ServiceRequest request) {
        UnitClient clinic = api.as(RequestFlow.CLINIC);
        Appointment others = Calendars.conference(Calendars.slot(clinic, Calendars.CONFERENCES));
        others.getParticipant().get(1).getActor().setReference("PractitionerRole/sus-neurologi-lakare-1");
        Appointment held = clinic.post("Appointment", others).expect(201).resource(Appointment.class);
        Calendars.signUp(
                        clinic, held, RequestFlow.of(api, request.getIdElement().getIdPart()))
                .expect(200);
    }

    private static void assertIsClosed(UnitClient unit, String file) {
        for (String path : List.of(
                "DocumentReference/" + file,
                "DocumentReference/" + file + "/_history",
                "DocumentReference/" + file + "/_history/1",
                "Binary/" + file)) {
            unit.get(path).expect(404);
        }
        unit.send("HEAD", "Binary/" + file, null).expect(404);
    }

    private ServiceRequest submitted(ServiceRequest request) {
        Parameters submission = DemoRequests.submit(request, TestPatients.next());
        submission.addParameter().setName("attachment").setResource(document());
        return dalby.post("ServiceRequest/$submit", submission).expect(200).entry(ServiceRequest.class);
    }

    /** The id of a document that names the request without being named by it. */
    private static String posted(UnitClient unit, ServiceRequest request) {
        DocumentReference document = document();
        document.setSubject(request.getSubject());
        document.getContext().addRelated(new Reference(path(request)));
        return unit.post("DocumentReference", document)
                .expect(201)
                .resource(DocumentReference.class)
                .getIdElement()
                .getIdPart();
    }

    private static DocumentReference document() {
        DocumentReference document = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        document.addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setData("Röntgen utan anmärkning".getBytes(StandardCharsets.UTF_8));
        return document;
    }

    private void forward(ServiceRequest request) {
        first.post(path(request) + "/$triage", DemoRequests.forwardToTrelleborg())
                .expect(200);
        next.post(path(request) + "/$triage", DemoRequests.parameters("decision", new CodeType("accept")))
                .expect(200);
    }

    private static String path(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
