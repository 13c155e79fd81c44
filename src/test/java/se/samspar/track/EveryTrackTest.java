package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.jupiter.api.Named.named;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Every track from its start to its final answer, in the direction that it goes (TRK-1 to TRK-8). */
@SamsparTest
class EveryTrackTest {

    @Autowired
    SamsparApi api;

    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    Stream<DynamicTest> aRequestGoesFromItsRequesterToItsFinalAnswer() {
        return Stream.of(Track.values())
                .map(track -> dynamicTest(track.code(), () -> isAnswered(track, TrackRequests.complete(track, api))));
    }

    @ParameterizedTest
    @CsvSource({
        "elektiv-remiss, sus-ortopedi, vc-dalby",
        "elektiv-remiss, vc-limhamn, vc-dalby",
        "elektiv-remiss, kommun-lund-hemsjukvard, sus-ortopedi",
        "tillganglig-primarvard, kommun-lund-hemsjukvard, vc-dalby",
        "tillganglig-primarvard, ambulans-skane, vc-limhamn",
        "elektiv-svf, sus-reumatologi, sus-ortopedi"
    })
    void soItDoesFromOtherLevelsOfTheCareChain(String code, String requester, String receiver) {
        Track track = Track.of(code).orElseThrow();
        ServiceRequest request = TrackRequests.complete(track, api);
        request.getRequester().setReference("Organization/" + requester);
        request.getPerformerFirstRep().setReference("Organization/" + receiver);
        request.getPerformerType().getCodingFirstRep().setCode(receiver.startsWith("vc-") ? "1502" : "1324");
        isAnswered(track, request);
    }

    private void isAnswered(Track track, ServiceRequest request) {
        UnitClient requester = api.as(requester(request));
        UnitClient receiver = api.as(receiver(request));
        HttpAnswer submitted = submit(requester, request).expect(200);
        String id = submitted.entry(ServiceRequest.class).getIdElement().getIdPart();
        Task task = submitted.entry(Task.class);
        Instant sent = task.getAuthoredOn().toInstant();
        assertThat(task.getOwner().getReference()).isEqualTo("Organization/" + receiver(request));
        assertThat(task.getRequester().getReference()).isEqualTo("Organization/" + requester(request));
        assertThat(task.getRestriction().getPeriod().getEnd().toInstant())
                .as("by the contract, sent at %s, of which fractions of a second are cut off", sent)
                .isIn(ContractDeadline.of(track, sent), ContractDeadline.of(track, sent.plusSeconds(1)));
        assertThat(receiver.get("Task?status=requested&focus=ServiceRequest/" + id + "&owner="
                                + task.getOwner().getReference())
                        .expect(200)
                        .entries(Task.class))
                .hasSize(1);

        step(receiver, id, "receive");
        step(receiver, id, "triage", "decision", new CodeType("accept"));
        step(
                receiver,
                id,
                "answer",
                "kind",
                new CodeType("final"),
                "outcome",
                new CodeType("no-further-need"),
                "text",
                "Bedömd.",
                "nextStep",
                "Patienten följs upp.",
                "patientInformed",
                true);

        assertThat(requester.read(ServiceRequest.class, id).getStatus()).isEqualTo(ServiceRequestStatus.COMPLETED);
        Task answered = requester.read(Task.class, task.getIdElement().getIdPart());
        assertThat(answered.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(answered.getOwner().getReference()).isEqualTo("Organization/" + receiver(request));
        isReadByTheRequester(requester, request, id);
    }

    private static void isReadByTheRequester(UnitClient requester, ServiceRequest request, String id) {
        List<Communication> answers = requester
                .get("Communication?recipient=Organization/%s&based-on=ServiceRequest/%s"
                        .formatted(requester(request), id))
                .expect(200)
                .entries(Communication.class);
        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.getSender().getReference()).isEqualTo("Organization/" + receiver(request));
            assertThat(answer.getPayloadFirstRep().getContent().primitiveValue())
                    .isEqualTo("Bedömd.");
            assertThat(answer.getExtensionByUrl(Extensions.NEXT_STEP).getValue().primitiveValue())
                    .isEqualTo("Patienten följs upp.");
            assertThat(((Coding) answer.getExtensionByUrl(Extensions.OUTCOME).getValue()).getCode())
                    .isEqualTo("no-further-need");
        });
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                refused(
                        "direct-track-condition",
                        TrackRequests.hipFracture(),
                        request -> request.getReasonCodeFirstRep()
                                .getCodingFirstRep()
                                .setCode("G45.9")),
                refused(
                        "direct-track-condition",
                        TrackRequests.hipFracture(),
                        request -> request.getReasonCodeFirstRep().setCoding(null)),
                refused("profile-conformance", TrackRequests.hipFracture(), request -> request.setOccurrence(null)),
                refused("svf-suspicion-documented", TrackRequests.cancerPathway(), without(Extensions.SVF_SUSPICION)),
                refused("on-call-contact-recorded", TrackRequests.onCall(), without(Extensions.ON_CALL_CONTACT)),
                refused("work-up-documented", TrackRequests.onDemand(), without(Extensions.WORK_UP)),
                refused("return-complete", TrackRequests.comeBack(), without(Extensions.RETURN_SUMMARY)),
                refused("return-complete", TrackRequests.comeBack(), without(Extensions.RETURN_PLAN)),
                refused("return-complete", TrackRequests.comeBack(), without(Extensions.NAMED_RECEIVER)),
                refused("return-complete", TrackRequests.comeBack(), without(Extensions.PATIENT_INFORMED)),
                refused(
                        "priority-fits-track",
                        TrackRequests.emergency(),
                        request -> request.setPriority(ServiceRequestPriority.ROUTINE)),
                refused("question-present", TrackRequests.emergency(), request -> request.getReasonCodeFirstRep()
                        .setText(null)
                        .addCoding()
                        .setCode("x")));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void whatATrackAsksForIsRefusedWhereItLacks(String rule, ServiceRequest request) {
        assertThat(submit(api.as(requester(request)), request).expect(422).ruleCodes())
                .contains(rule);
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void theSameIsRefusedByPlainRest(String rule, ServiceRequest request) {
        UnitClient requester = api.as(requester(request));
        ServiceRequest sent = request.copy();
        sent.setSubject(known(requester));
        assertThat(requester.post("ServiceRequest", sent).expect(422).ruleCodes())
                .contains(rule);
    }

    @Test
    void aTrackIsStartedByThoseWhomItIsForOnly() {
        ServiceRequest request = TrackRequests.hipFracture();
        request.getRequester().setReference("Organization/vc-dalby");
        assertThat(submit(api.as("vc-dalby"), request).expect(422).ruleCodes()).contains("requester-may-start-track");
    }

    @Test
    void aCallThatCouldNotBeMadeIsJustifiedAndFoundAmongTheRulesSetAside() {
        ServiceRequest request = TrackRequests.onCall();
        without(Extensions.ON_CALL_CONTACT).accept(request);
        UnitClient requester = api.as("vc-dalby");
        String id = submit(requester, request, "on-call-contact-recorded")
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        List<Provenance> setAside = requester
                .get("Provenance?set-aside-rule=on-call-contact-recorded&target=ServiceRequest/" + id)
                .expect(200)
                .entries(Provenance.class);
        assertThat(setAside).hasSize(1);
    }

    @Test
    void anOutcomeThatTheTrackDoesNotHaveIsRefused() {
        ServiceRequest request = TrackRequests.hipFracture();
        String id = submit(api.as("ambulans-skane"), request)
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        UnitClient receiver = api.as("sus-ortopedi");
        step(receiver, id, "triage", "decision", new CodeType("accept"));
        assertThat(receiver.post(
                                "ServiceRequest/" + id + "/$answer",
                                DemoRequests.parameters(
                                        "kind",
                                        new CodeType("final"),
                                        "outcome",
                                        new CodeType("more-work-up"),
                                        "nextStep",
                                        "?",
                                        "patientInformed",
                                        true))
                        .expect(422)
                        .ruleCodes())
                .contains("outcome-fits-track");
    }

    @Test
    void theSenderKeepsTheResponsibilityUntilTheReceiverAccepts() {
        RequestFlow referral = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        referral.triage("accept").expect(200);
        ServiceRequest comeBack = TrackRequests.comeBack();
        comeBack.setSubject(referral.request().getSubject());
        UnitClient clinic = api.as("sus-ortopedi");
        String id = clinic.post("ServiceRequest/$submit", DemoRequests.parameters("request", comeBack))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        assertThat(commitment(clinic, referral.id()).getStatus()).isEqualTo(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE);
        step(api.as("vc-dalby"), id, "triage", "decision", new CodeType("accept"));
        assertThat(commitment(clinic, referral.id()).getStatus()).isEqualTo(EpisodeOfCare.EpisodeOfCareStatus.FINISHED);
        assertThat(commitment(api.as("vc-dalby"), id).getStatus()).isEqualTo(EpisodeOfCare.EpisodeOfCareStatus.ACTIVE);
    }

    /** A patient in whose care the unit takes part. */
    private Reference known(UnitClient requester) {
        return Stream.of(TrackRequests.emergency(), TrackRequests.hipFracture(), TrackRequests.comeBack())
                .filter(request -> api.as(requester(request)) == requester)
                .map(request -> submit(requester, request)
                        .expect(200)
                        .entry(ServiceRequest.class)
                        .getSubject())
                .findFirst()
                .orElseThrow();
    }

    private static EpisodeOfCare commitment(UnitClient unit, String request) {
        return unit.get("EpisodeOfCare?incoming-referral=ServiceRequest/" + request)
                .expect(200)
                .entry(EpisodeOfCare.class);
    }

    private static HttpAnswer submit(UnitClient requester, ServiceRequest request, String... justified) {
        Parameters parameters = DemoRequests.parameters("request", request, "patient", TestPatients.next());
        Stream.of(justified).forEach(rule -> DemoRequests.justified(parameters, rule));
        return requester.post("ServiceRequest/$submit", parameters);
    }

    private static void step(UnitClient unit, String id, String operation, Object... parameters) {
        unit.post("ServiceRequest/%s/$%s".formatted(id, operation), DemoRequests.parameters(parameters))
                .expect(200);
    }

    private static String requester(ServiceRequest request) {
        return TrackRequests.requester(request);
    }

    private static String receiver(ServiceRequest request) {
        return TrackRequests.receiver(request);
    }

    private static Arguments refused(String rule, ServiceRequest request, Consumer<ServiceRequest> fault) {
        fault.accept(request);
        return Arguments.of(
                rule, named(request.getCategoryFirstRep().getCodingFirstRep().getCode(), request));
    }

    private static Consumer<ServiceRequest> without(String extension) {
        return request -> request.getExtension().removeIf(candidate -> extension.equals(candidate.getUrl()));
    }
}
