package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MarkdownType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What the catalogue says a request may become, it can become, and nothing that was said on the way is lost (TRK-9). */
@SamsparTest
class ConversionsTest {

    private static final Map<Track, Supplier<ServiceRequest>> REQUESTS = Map.ofEntries(
            Map.entry(Track.AKUT_REMISS, TrackRequests::emergency),
            Map.entry(
                    Track.AKUT_DIREKT_STEMI,
                    () -> TrackRequests.direct(Track.AKUT_DIREKT_STEMI, "sus-akut-internmedicin", "1145", "I21.0")),
            Map.entry(Track.AKUT_DIREKT_HOFTFRAKTUR, TrackRequests::hipFracture),
            Map.entry(
                    Track.AKUT_DIREKT_STROKE_TIA,
                    () -> TrackRequests.direct(Track.AKUT_DIREKT_STROKE_TIA, "sus-neurologi", "1123", "G45.9")),
            Map.entry(Track.AKUT_BAKJOUR, TrackRequests::onCall),
            Map.entry(Track.SUBAKUT_KONSULT, TrackRequests::onDemand),
            Map.entry(Track.ELEKTIV_REMISS, () -> RequestFlow.request(Track.ELEKTIV_REMISS)),
            Map.entry(Track.ELEKTIV_SVF, TrackRequests::cancerPathway),
            Map.entry(Track.ELEKTIV_MDK, ConversionsTest::conference),
            Map.entry(Track.DIGITAL_SPECIALISTKONSULTATION, RequestFlow::consultation),
            Map.entry(Track.TILLGANGLIG_PRIMARVARD, TrackRequests::primaryCare),
            Map.entry(Track.UTREMITTERING, TrackRequests::comeBack));

    private static final Map<Track, String> RECEIVERS = Map.of(
            Track.AKUT_REMISS, "sus-akut-internmedicin-akut",
            Track.AKUT_BAKJOUR, "sus-ortopedi-bakjour",
            Track.SUBAKUT_KONSULT, "sus-ortopedi-konsult",
            Track.ELEKTIV_REMISS, "sus-handkirurgi-remiss",
            Track.ELEKTIV_SVF, "sus-ortopedi-svf",
            Track.ELEKTIV_MDK, "sus-ortopedi-mdk",
            Track.DIGITAL_SPECIALISTKONSULTATION, "sus-neurologi-dsk",
            Track.TILLGANGLIG_PRIMARVARD, "vc-dalby-nara",
            Track.UTREMITTERING, "vc-dalby-ater");

    @Autowired
    SamsparApi api;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> everyConversionOfTheCatalogueIsPossible() {
        return Stream.of(Track.values()).flatMap(from -> conversions(from).stream()
                .map(to -> DynamicTest.dynamicTest(from.code() + " to " + to.code(), () -> isConverted(from, to))));
    }

    private List<Track> conversions(Track from) {
        return api
                .as("vc-dalby")
                .read(ActivityDefinition.class, from.code())
                .getExtensionsByUrl(Extensions.TRACK_CONVERSION)
                .stream()
                .map(conversion -> conversion.getValue().primitiveValue())
                .map(code -> Track.of(code).orElseThrow())
                .toList();
    }

    private void isConverted(Track from, Track to) {
        ServiceRequest request = REQUESTS.get(from).get();
        UnitClient requester = api.as(TrackRequests.requester(request));
        String id = submit(requester, request);

        ServiceRequest successor = convert(requester, id, to, content());

        assertThat(to.isIn(successor.getCategoryFirstRep())).isTrue();
        assertThat(successor.getReplacesFirstRep().getReference()).isEqualTo("ServiceRequest/" + id);
        assertThat(successor.getReasonCodeFirstRep().getText())
                .isEqualTo(request.getReasonCodeFirstRep().getText());
    }

    @Test
    void whoeverReceivesItNextReadsNotesAnswersAndFilesOfBefore() {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS);
        request.addNote().setText("Tar warfarin.");
        RequestFlow flow = RequestFlow.of(api, submit(api.as("vc-dalby"), request));
        flow.triage("accept").expect(200);
        flow.answer("preliminary", "text", "MR visar misstänkt tumör.", "attachment", file())
                .expect(200);

        ServiceRequest successor = convert(flow.clinic(), flow.id(), Track.AKUT_REMISS, null);

        ServiceRequest received = api.as("sus-akut-internmedicin")
                .read(ServiceRequest.class, successor.getIdElement().getIdPart());
        assertThat(received.getNoteFirstRep().getText()).isEqualTo("Tar warfarin.");
        assertThat(received.getExtensionByUrl(Extensions.WORK_UP).getValue().primitiveValue())
                .contains("MR visar misstänkt tumör.");
        api.as("sus-akut-internmedicin")
                .get(received.getSupportingInfoFirstRep().getReference())
                .expect(200);
        assertThat(received.getPriority()).isEqualTo(ServiceRequestPriority.ASAP); // nearest to routine
    }

    @Test
    void anAcuteReferralIsNoAdviceAndItsReceiverMayMakeAnElectiveOneOfIt() {
        String id = submit(api.as("vc-dalby"), TrackRequests.emergency());
        ServiceRequest workUp = new ServiceRequest();
        workUp.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType("Undersökt på akuten, stabil.")));

        ServiceRequest successor = convert(api.as("sus-akut-internmedicin"), id, Track.ELEKTIV_REMISS, workUp);

        assertThat(Track.ELEKTIV_REMISS.isIn(successor.getCategoryFirstRep())).isTrue();
    }

    @Test
    void aRequestGoesOnAsOneOther() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        flow.answerFinally("continue-in-primary-care").expect(200);
        convert(flow.healthCentre(), flow.id(), Track.ELEKTIV_REMISS, null);

        HttpAnswer again = flow.healthCentre()
                .post(flow.path("convert"), conversion(Track.SUBAKUT_KONSULT, null))
                .expect(422);

        assertThat(again.ruleCodes()).contains("conversion-allowed");
    }

    @Test
    void theReferralThatFollowsFromTheAnswerIsThatOther() {
        String id = submit(api.as("vc-dalby"), TrackRequests.emergency());
        UnitClient clinic = api.as("sus-akut-internmedicin");
        clinic.post("ServiceRequest/" + id + "/$triage", parameters("decision", new CodeType("accept")))
                .expect(200);
        clinic.post(
                        "ServiceRequest/" + id + "/$answer",
                        parameters(
                                "kind",
                                new CodeType("final"),
                                "outcome",
                                new CodeType("visit-needed"),
                                "text",
                                "Behöver utredas.",
                                "nextStep",
                                "Ni kallas till mottagningen.",
                                "patientInformed",
                                true))
                .expect(200);

        HttpAnswer again = api.as("vc-dalby")
                .post("ServiceRequest/" + id + "/$convert", conversion(Track.SUBAKUT_KONSULT, content()))
                .expect(422);

        assertThat(again.ruleCodes()).contains("conversion-allowed");
        assertThat(again.body()).contains("goes on as another already");
    }

    @Test
    void aSystemOfTheUnitConvertsWithoutAPerson() {
        String id = submit(api.as("vc-dalby"), RequestFlow.consultation());

        ServiceRequest successor =
                convert(api.asSystemOf("vc-dalby", "system/*.cruds"), id, Track.ELEKTIV_REMISS, null);

        assertThat(successor.getReplacesFirstRep().getReference()).isEqualTo("ServiceRequest/" + id);
    }

    @Test
    void whatTheOtherTrackAsksForIsMissedOrAdded() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        HttpAnswer without = flow.clinic().post(flow.path("convert"), conversion(Track.ELEKTIV_SVF, null));
        assertThat(without.expect(422).ruleCodes()).contains("svf-suspicion-documented");

        ServiceRequest serverWritten = new ServiceRequest();
        serverWritten.addExtension(new Extension(Extensions.CONVERTED_TO, new Reference("ServiceRequest/1")));
        assertThat(flow.clinic()
                        .post(flow.path("convert"), conversion(Track.ELEKTIV_SVF, serverWritten))
                        .expect(422)
                        .ruleCodes())
                .contains("server-written");
        ServiceRequest more = content();
        more.addReasonCode().setText("En annan fråga");
        flow.clinic()
                .post(flow.path("convert"), conversion(Track.ELEKTIV_SVF, more))
                .expect(422);

        assertThat(convert(flow.clinic(), flow.id(), Track.ELEKTIV_SVF, content())
                        .hasExtension(Extensions.SVF_SUSPICION))
                .isTrue();
    }

    private static ServiceRequest conference() {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_MDK);
        request.addExtension(
                new Extension(Extensions.NAMED_CONFERENCE, new Reference("Appointment/sus-ortopedi-mdk-1")));
        return request;
    }

    /** What all tracks together ask for. */
    static ServiceRequest content() {
        ServiceRequest content = new ServiceRequest();
        Extension suspicion = content.addExtension().setUrl(Extensions.SVF_SUSPICION);
        suspicion.addExtension("pathway", new StringType("Sarkom"));
        suspicion.addExtension("date", new DateType("2026-01-12"));
        Extension contact = content.addExtension().setUrl(Extensions.ON_CALL_CONTACT);
        contact.addExtension("who", new StringType("Bakjourskoordinatorn"));
        contact.addExtension("when", new DateTimeType(new Date()));
        content.addExtension(new Extension(Extensions.WORK_UP, new MarkdownType("Undersökt.")));
        content.addExtension(new Extension(Extensions.RETURN_SUMMARY, new MarkdownType("Opererad, läkt.")));
        content.addExtension(new Extension(Extensions.RETURN_PLAN, new MarkdownType("Röntgen om ett år.")));
        content.addExtension(
                new Extension(Extensions.NAMED_RECEIVER, new Reference("PractitionerRole/vc-dalby-lakare-1")));
        content.addExtension(new Extension(Extensions.PATIENT_INFORMED, new BooleanType(true)));
        return content;
    }

    private static DocumentReference file() {
        DocumentReference file = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        file.addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setData("Svar från röntgen".getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private String submit(UnitClient requester, ServiceRequest request) {
        Parameters parameters = parameters("request", request, "patient", TestPatients.next());
        return requester
                .post("ServiceRequest/$submit", DemoRequests.justified(parameters, "receiver-open"))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
    }

    private static ServiceRequest convert(UnitClient unit, String id, Track to, ServiceRequest content) {
        return unit
                .post("ServiceRequest/" + id + "/$convert", conversion(to, content))
                .expect(200)
                .entries(ServiceRequest.class)
                .stream()
                .filter(request -> !request.getIdElement().getIdPart().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Parameters conversion(Track to, ServiceRequest content) {
        Parameters parameters = parameters(
                "track",
                new CodeType(to.code()),
                "to",
                new Reference("HealthcareService/" + RECEIVERS.get(to)),
                "reason",
                "Hör hemma där");
        if (content != null) {
            parameters.addParameter().setName("content").setResource(content);
        }
        return DemoRequests.justified(parameters, "receiver-open");
    }
}
