package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** Whoever receives a request that goes on is named as a unit or a service, and gets it in a specialty that it takes. */
@SamsparTest
class ReceiversTest {

    private static final String ORTHOPAEDICS = "1324";
    private static final String HAND_SURGERY = "1313";
    private static final String RHEUMATOLOGY = "1125";

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(strings = {"Organization/sus-reumatologi", "HealthcareService/sus-reumatologi-remiss"})
    void aReferralIsForwardedToAClinicOfAnotherSpecialty(String next) {
        RequestFlow flow = referral();

        flow.triage("forward", "forwardTo", new Reference(next), "reason", "Inflammatorisk sjukdom")
                .expect(200);

        ServiceRequest forwarded = api.as("sus-reumatologi").read(ServiceRequest.class, flow.id());
        assertThat(forwarded.getPerformerFirstRep().getReference()).isEqualTo("Organization/sus-reumatologi");
        assertThat(specialty(forwarded)).isEqualTo(RHEUMATOLOGY);
        assertThat(RequestFlow.version(forwarded)).isEqualTo("2 VR");
        Task task = api.as("sus-reumatologi")
                .get("Task?owner=Organization/sus-reumatologi&focus=ServiceRequest/" + flow.id())
                .expect(200)
                .entry(Task.class);
        assertThat(task.getRestriction().getPeriod().hasEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Organization/trelleborg-akut-internmedicin",
                "HealthcareService/trelleborg-akut-internmedicin-remiss"
            })
    void aSpecialtyThatTheNextReceiverTakesStays(String next) {
        RequestFlow flow = RequestFlow.submitted(api, DemoRequests.internalMedicine());

        api.as("sus-akut-internmedicin")
                .post(
                        flow.path("triage"),
                        DemoRequests.parameters(
                                "decision", new CodeType("forward"),
                                "forwardTo", new Reference(next),
                                "reason", "Bor i Trelleborg"))
                .expect(200);

        assertThat(specialty(flow.request())).isEqualTo("1114"); // of the two that the service has, not the first
    }

    @ParameterizedTest
    @ValueSource(strings = {"Organization/sus-handkirurgi", "HealthcareService/sus-handkirurgi-remiss"})
    void theFollowOnReferralGoesToAUnitOrAService(String receiver) {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);

        ServiceRequest referral = flow.answerFinally("visit-needed", "receiver", new Reference(receiver))
                .expect(200)
                .entry(ServiceRequest.class);

        assertThat(referral.getPerformerFirstRep().getReference()).isEqualTo("Organization/sus-handkirurgi");
        assertThat(specialty(referral)).isEqualTo(HAND_SURGERY);
    }

    @Test
    void aFollowOnReferralWithoutAReceiverIsTheAnsweringUnits() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);

        ServiceRequest referral = flow.answerFinally("visit-needed").expect(200).entry(ServiceRequest.class);

        assertThat(referral.getPerformerFirstRep().getReference()).isEqualTo("Organization/sus-ortopedi");
        assertThat(specialty(referral)).isEqualTo(ORTHOPAEDICS);
    }

    @Test
    void aServiceIsNamedByAnIdentifierToo() {
        UnitClient admin = api.asAdmin();
        String number = "urn:uuid:" + UUID.randomUUID().toString();
        HealthcareService service = admin.read(HealthcareService.class, "sus-reumatologi-remiss");
        service.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue(number);
        admin.put("HealthcareService/sus-reumatologi-remiss", service).expect(200);
        Reference byNumber = new Reference().setType("HealthcareService");
        byNumber.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue(number);
        RequestFlow flow = referral();

        flow.triage("forward", "forwardTo", byNumber, "reason", "Inflammatorisk sjukdom")
                .expect(200);

        assertThat(specialty(flow.request())).isEqualTo(RHEUMATOLOGY);
    }

    static Stream<Arguments> wrong() {
        return Stream.of("HealthcareService/sus-handkirurgi-dsk", "HealthcareService/no-such", "Organization/no-such")
                .map(Reference::new)
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aServiceOfAnotherTrackOrNoneIsNoReceiver(Reference wrong) {
        RequestFlow referral = referral();
        refused("forwardTo", referral.triage("forward", "forwardTo", wrong, "reason", "Fel klinik"));
        RequestFlow advice = RequestFlow.submitted(api);
        refused(
                "to",
                advice.healthCentre()
                        .post(
                                advice.path("convert"),
                                DemoRequests.parameters(
                                        "track",
                                        new CodeType(Track.ELEKTIV_REMISS.code()),
                                        "to",
                                        wrong,
                                        "reason",
                                        "Besök")));
        advice.triage("accept").expect(200);
        refused("receiver", advice.answerFinally("visit-needed", "receiver", wrong));
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial", "preliminary"})
    void anAnswerThatEndsNothingHasNoReceiver(String kind) {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);

        refused(
                "receiver",
                flow.answer(
                        kind,
                        "text",
                        "Avvaktar röntgen",
                        "outcome",
                        new CodeType("visit-needed"),
                        "receiver",
                        new Reference("Organization/sus-handkirurgi")));
    }

    private RequestFlow referral() {
        return RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
    }

    private static void refused(String parameter, HttpAnswer answer) {
        var issue = answer.expect(422).outcome().getIssueFirstRep();
        assertThat(issue.getExpression().get(0).getValue())
                .isEqualTo("Parameters.parameter.where(name = '%s')", parameter);
        assertThat(issue.getDiagnostics()).isNotBlank();
    }

    private static String specialty(ServiceRequest request) {
        return request.getPerformerType().getCodingFirstRep().getCode();
    }
}
