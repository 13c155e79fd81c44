package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.UrlType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Access ends as it began: with what it came from (ALL-3). */
@SamsparTest
class AccessEndsTest {

    private static final String RHEUMATOLOGY = "sus-reumatologi";

    @Autowired
    SamsparApi api;

    private UnitClient dalby;
    private UnitClient orthopaedics;
    private UnitClient rheumatology;
    private UnitClient neurology;

    @BeforeEach
    void units() {
        dalby = api.as("vc-dalby");
        orthopaedics = api.as("sus-ortopedi");
        rheumatology = api.as(RHEUMATOLOGY);
        neurology = api.as("sus-neurologi");
    }

    @Test
    void whoeverForwardsARequestReadsItsFilesNoLonger() {
        ServiceRequest request = submit(dalby, DemoRequests.internalMedicine(), file());
        UnitClient clinic = api.as("sus-akut-internmedicin");
        String attached = attach(dalby, request);
        List<String> files = List.of(request.getSupportingInfoFirstRep().getReference(), attached);
        files.forEach(file -> clinic.get(file).expect(200));

        clinic.post(path(request) + "/$triage", DemoRequests.forwardToTrelleborg())
                .expect(200);

        UnitClient trelleborg = api.as("trelleborg-akut-internmedicin");
        files.forEach(file -> {
            assertClosed(clinic, file);
            clinic.get(file.replace("DocumentReference", "Binary")).expect(404);
            trelleborg.get(file).expect(200);
            trelleborg.get(file.replace("DocumentReference", "Binary")).expect(200);
            dalby.get(file).expect(200);
        });
    }

    @Test
    void whatItAttachedItselfItKeeps() {
        ServiceRequest request = submit(dalby, DemoRequests.internalMedicine());
        UnitClient clinic = api.as("sus-akut-internmedicin");
        String own = attach(clinic, request);

        clinic.post(path(request) + "/$triage", DemoRequests.forwardToTrelleborg())
                .expect(200);

        clinic.get(own).expect(200);
        api.as("trelleborg-akut-internmedicin").get(own).expect(200);
    }

    @Test
    void whoeverForwardsARequestReadsNotWhyItsRulesWereSetAside() {
        ServiceRequest sent = DemoRequests.internalMedicine();
        sent.getExtension().removeIf(extension -> Extensions.WORK_UP.equals(extension.getUrl()));
        Parameters parameters = DemoRequests.submit(sent, TestPatients.next());
        ServiceRequest request = dalby.post(
                        "ServiceRequest/$submit", DemoRequests.justified(parameters, "work-up-documented"))
                .expect(200)
                .entry(ServiceRequest.class);
        UnitClient clinic = api.as("sus-akut-internmedicin");
        String why = "Provenance/"
                + clinic.get("Provenance?target=" + path(request))
                        .expect(200)
                        .entry(Provenance.class)
                        .getIdElement()
                        .getIdPart();

        clinic.post(path(request) + "/$triage", DemoRequests.forwardToTrelleborg())
                .expect(200);

        assertClosed(clinic, why);
        api.as("trelleborg-akut-internmedicin").get(why).expect(200);
    }

    @Test
    void aDocumentThatIsMovedToAnotherRequestIsClosedToTheFormerReceiver() {
        ServiceRequest toOrthopaedics = submit(dalby, RequestFlow.request(Track.ELEKTIV_REMISS));
        ServiceRequest other = RequestFlow.request(Track.ELEKTIV_REMISS);
        other.getPerformerFirstRep().setReference("Organization/sus-neurologi");
        other.setPerformerType(null);
        other.setSubject(toOrthopaedics.getSubject());
        ServiceRequest toNeurology = dalby.post("ServiceRequest/$submit", DemoRequests.parameters("request", other))
                .expect(200)
                .entry(ServiceRequest.class);
        String document = attach(dalby, toOrthopaedics);
        orthopaedics.get(document).expect(200);

        DocumentReference moved = dalby.get(document).expect(200).resource(DocumentReference.class);
        moved.getContext().setRelated(List.of(new Reference(path(toNeurology))));
        dalby.put(document, moved).expect(200);

        assertClosed(orthopaedics, document);
        neurology.get(document).expect(200);
    }

    @Test
    void whatAUnitSharedIsClosedWhenItLosesItItself() {
        ServiceRequest request = submit(dalby, DemoRequests.internalMedicine());
        UnitClient clinic = api.as("sus-akut-internmedicin");
        ServiceRequest question = RequestFlow.request(Track.ELEKTIV_REMISS);
        question.setRequester(new Reference("Organization/sus-akut-internmedicin"));
        question.getPerformerFirstRep().setReference("Organization/" + RHEUMATOLOGY);
        question.setPerformerType(null);
        question.setSubject(request.getSubject());
        question.addSupportingInfo(new Reference(path(request)));
        ServiceRequest asked = clinic.post("ServiceRequest/$submit", DemoRequests.parameters("request", question))
                .expect(200)
                .entry(ServiceRequest.class);
        rheumatology.get(path(request)).expect(200);

        clinic.post(path(request) + "/$triage", DemoRequests.forwardToTrelleborg())
                .expect(200);
        assertClosed(clinic, path(request));
        assertClosed(rheumatology, path(request));

        rheumatology
                .post(
                        path(asked) + "/$convert",
                        DemoRequests.parameters(
                                "track",
                                new CodeType(Track.AKUT_REMISS.code()),
                                "to",
                                new Reference("HealthcareService/sus-akut-internmedicin-akut"),
                                "reason",
                                "Brådskar"))
                .expect(200);
        assertClosed(clinic, path(request));
        assertClosed(rheumatology, path(request));
    }

    @Test
    void aGuestAtAConferencePassesNothingOn() {
        Appointment conference = Calendars.held(orthopaedics);
        ServiceRequest aCase = submit(dalby, Calendars.caseFor(conference), file());
        String document = aCase.getSupportingInfoFirstRep().getReference();
        rheumatology.get(document).expect(200);

        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS);
        request.setRequester(new Reference("Organization/" + RHEUMATOLOGY));
        request.getPerformerFirstRep().setReference("Organization/sus-handkirurgi");
        request.setPerformerType(null);
        request.setSubject(aCase.getSubject());
        Stream.of(path(aCase), document).forEach(read -> request.addSupportingInfo(new Reference(read)));
        rheumatology
                .post("ServiceRequest/$submit", DemoRequests.parameters("request", request))
                .expect(200);

        assertClosed(api.as("sus-handkirurgi"), path(aCase));
        assertClosed(api.as("sus-handkirurgi"), document);
    }

    @Test
    void whoeverLeavesAConferenceReadsItsCasesNoLongerAndWhoeverJoinsReadsThem() {
        Appointment conference = Calendars.held(orthopaedics);
        ServiceRequest aCase = submit(dalby, Calendars.caseFor(conference), file());
        String document = aCase.getSupportingInfoFirstRep().getReference();
        Stream.of(path(aCase), document, patient(aCase))
                .forEach(read -> rheumatology.get(read).expect(200));

        conference.getParticipant().get(1).setActor(new Reference("PractitionerRole/sus-neurologi-lakare-1"));
        conference.getExtensionByUrl(Extensions.VIDEO_LINK).setValue(new UrlType(Calendars.ROOM + "/nytt"));
        Calendars.put(orthopaedics, conference).expect(200);

        Stream.of(path(aCase), document, patient(aCase)).forEach(read -> {
            assertClosed(rheumatology, read);
            neurology.get(read).expect(200);
        });
        assertThat(room(rheumatology, conference)).isFalse();
        assertThat(room(neurology, conference)).isTrue();
    }

    @Test
    void theRoomOfAConferenceIsOpenToARequesterWhoseCaseIsAcceptedAndAsLongAsItIsTakenUpThere() {
        Appointment conference = Calendars.held(orthopaedics);
        RequestFlow flow = RequestFlow.submitted(api, Calendars.caseFor(conference));
        assertThat(room(dalby, conference)).isFalse();

        flow.triage("accept").expect(200);
        assertThat(room(dalby, conference)).isTrue();

        Appointment another = Calendars.held(orthopaedics);
        Calendars.signUp(dalby, another, flow).expect(200);
        assertThat(room(dalby, conference)).isFalse();
        assertThat(room(dalby, another)).isTrue();

        flow.cancel("reason", "Patienten vill inte").expect(200);
        assertThat(room(dalby, another)).isFalse();
    }

    private static void assertClosed(UnitClient unit, String read) {
        unit.get(read).expect(404);
        unit.get(read + "/_history").expect(404);
        unit.get(read + "/_history/1").expect(404);
        String[] type = read.split("/");
        assertThat(unit.get(type[0] + "?_id=" + type[1])
                        .expect(200)
                        .resource(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    private static boolean room(UnitClient unit, Appointment conference) {
        return unit.read(Appointment.class, conference.getIdElement().getIdPart())
                .hasExtension(Extensions.VIDEO_LINK);
    }

    private static String patient(ServiceRequest request) {
        return request.getSubject().getReference();
    }

    private static String path(ServiceRequest request) {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }

    private static ServiceRequest submit(UnitClient unit, ServiceRequest request, DocumentReference... files) {
        Parameters parameters = DemoRequests.submit(request, TestPatients.next());
        Stream.of(files)
                .forEach(file -> parameters.addParameter().setName("attachment").setResource(file));
        return unit.post("ServiceRequest/$submit", parameters).expect(200).entry(ServiceRequest.class);
    }

    /** A document of the unit that names the request. */
    private static String attach(UnitClient unit, ServiceRequest request) {
        DocumentReference document = file();
        document.setSubject(request.getSubject());
        document.getContext().addRelated(new Reference(path(request)));
        return "DocumentReference/"
                + unit.post("DocumentReference", document, "Prefer: return=representation")
                        .expect(201)
                        .resource(DocumentReference.class)
                        .getIdElement()
                        .getIdPart();
    }

    private static DocumentReference file() {
        DocumentReference file = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        file.addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setData("Svar från röntgen".getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
