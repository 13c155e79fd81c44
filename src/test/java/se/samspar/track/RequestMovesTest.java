package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A request goes from unit to unit, from hand to hand and from track to track, and its way can be read afterwards. */
@SamsparTest
class RequestMovesTest {

    private static final Reference TRELLEBORG = new Reference("Organization/trelleborg-akut-internmedicin");

    @Autowired
    SamsparApi api;

    @Test
    void aForwardedRequestLiesInTheNextInboxWithItsContentAsItWas() {
        RequestFlow flow = submittedToInternalMedicine();
        ServiceRequest before = flow.request();
        UnitClient first = api.as("sus-akut-internmedicin");
        UnitClient next = api.as("trelleborg-akut-internmedicin");
        next.get("ServiceRequest/" + flow.id()).expect(404);

        HttpAnswer forwarded = first.post(flow.path("triage"), DemoRequests.forwardToTrelleborg())
                .expect(200);

        List<Task> tasks = forwarded.entries(Task.class);
        assertThat(tasks).hasSize(2);
        Task old = tasks.get(0);
        Task current = tasks.get(1);
        assertThat(old.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(TriageDecision.FORWARD.isIn(old.getBusinessStatus())).isTrue();
        assertThat(((Reference) old.getOutputFirstRep().getValue()).getReference())
                .isEqualTo("Task/" + current.getIdElement().getIdPart());
        assertThat(current.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(current.getOwner().getReference()).isEqualTo(TRELLEBORG.getReference());
        assertThat(current.getRestriction().getPeriod().hasEnd()).isTrue();

        ServiceRequest after = next.read(ServiceRequest.class, flow.id());
        assertThat(after.getStatus()).isEqualTo(ServiceRequestStatus.ACTIVE);
        assertThat(after.getPerformerFirstRep().getReference()).isEqualTo(TRELLEBORG.getReference());
        assertThat(RequestFlow.version(after)).isEqualTo("2 VR");
        Extension trail = after.getExtensionByUrl(Extensions.INTERMEDIARY);
        assertThat(((Reference) trail.getExtensionByUrl("unit").getValue()).getReference())
                .isEqualTo("Organization/sus-akut-internmedicin");
        assertThat(trail.getExtensionByUrl("reason").getValue().primitiveValue())
                .isEqualTo("Patienten bor i Trelleborg");
        assertThat(Base.compareDeep(before.getReasonCode(), after.getReasonCode(), true))
                .isTrue();
        assertThat(api.as("vc-dalby").read(Task.class, current.getIdElement().getIdPart()))
                .isNotNull();
    }

    @Test
    void whoHasForwardedARequestNeitherSeesNorDecidesAboutItAnyMore() {
        RequestFlow flow = submittedToInternalMedicine();
        UnitClient first = api.as("sus-akut-internmedicin");
        List<Task> tasks = first.post(flow.path("triage"), DemoRequests.forwardToTrelleborg())
                .expect(200)
                .entries(Task.class);
        flow.supplement("note", "Bara för den som har remissen").expect(200);

        first.get("ServiceRequest/" + flow.id()).expect(404);
        first.get("ServiceRequest/" + flow.id() + "/_history").expect(404);
        first.get("Task/" + tasks.get(1).getIdElement().getIdPart()).expect(404);
        first.get("Task/" + tasks.get(0).getIdElement().getIdPart()).expect(200);
        first.post(flow.path("triage"), DemoRequests.parameters("decision", new CodeType("accept")))
                .expect(404);
        api.as("trelleborg-akut-internmedicin")
                .post(flow.path("triage"), DemoRequests.parameters("decision", new CodeType("accept")))
                .expect(200);
    }

    @Test
    void aRequestThatComesBackAtOnceIsTheFirstReceiversAgain() {
        RequestFlow flow = submittedToInternalMedicine();
        UnitClient first = api.as("sus-akut-internmedicin");
        first.post(flow.path("triage"), DemoRequests.forwardToTrelleborg()).expect(200);
        api.as("trelleborg-akut-internmedicin")
                .post(
                        flow.path("triage"),
                        DemoRequests.parameters(
                                "decision",
                                new CodeType("forward"),
                                "forwardTo",
                                new Reference("Organization/sus-akut-internmedicin"),
                                "reason",
                                "Bor i Malmö"))
                .expect(200);

        first.post(flow.path("receive"), new Parameters()).expect(200);
        first.post(flow.path("triage"), DemoRequests.parameters("decision", new CodeType("accept")))
                .expect(200);
    }

    @Test
    void nobodyForwardsToItself() {
        RequestFlow flow = submittedToInternalMedicine();
        Reference own = new Reference("Organization/sus-akut-internmedicin");

        HttpAnswer refused = api.as("sus-akut-internmedicin")
                .post(
                        flow.path("triage"),
                        DemoRequests.parameters(
                                "decision", new CodeType("forward"), "forwardTo", own, "reason", "Mer tid"))
                .expect(422);

        assertThat(refused.outcome().getIssueFirstRep().getDetails().getText()).contains("$reassign");
    }

    @Test
    void aRequestIsForwardedOnlyWithAReasonToAUnitThatTakesIt() {
        RequestFlow flow = RequestFlow.submitted(api);
        Reference healthCentre = new Reference("Organization/vc-limhamn");
        assertThat(flow.triage("forward", "forwardTo", healthCentre, "reason", "Fel klinik")
                        .expect(422)
                        .ruleCodes())
                .contains("receiver-offers-track");
        RequestFlow toInternalMedicine = submittedToInternalMedicine();
        assertThat(api.as("sus-akut-internmedicin")
                        .post(
                                toInternalMedicine.path("triage"),
                                DemoRequests.parameters("decision", new CodeType("forward"), "forwardTo", TRELLEBORG))
                        .expect(422)
                        .ruleCodes())
                .contains("reason-given");
        flow.triage("forward", "reason", "Vart?").expect(422);
        flow.triage("accept", "forwardTo", TRELLEBORG).expect(422);
    }

    @Test
    void anAcceptedRequestIsAbortedUntilItIsAnswered() {
        RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
        flow.triage("accept").expect(200);
        assertThat(flow.triage("abort").expect(422).ruleCodes()).contains("reason-given");
        Task aborted = flow.triage("abort", "reason", "Behovet kvarstår inte")
                .expect(200)
                .entry(Task.class);
        assertThat(aborted.getStatus()).isEqualTo(TaskStatus.CANCELLED);
        assertThat(TriageDecision.ABORT.isIn(aborted.getBusinessStatus())).isTrue();
        assertThat(flow.request().getStatus()).isEqualTo(ServiceRequestStatus.REVOKED);

        RequestFlow answered = RequestFlow.submitted(api);
        answered.triage("accept").expect(200);
        answered.answer("partial", "text", "Första svaret").expect(200);
        assertThat(answered.triage("abort", "reason", "För sent").expect(422).ruleCodes())
                .contains("transition-not-allowed");
    }

    @Test
    void ofManyConsultantsOneClaimsTheRequest() throws Exception {
        RequestFlow flow = RequestFlow.submitted(api);
        List<String> consultants =
                List.of("sus-ortopedi-lakare-1", "sus-ortopedi-lakare-2", "sus-ortopedi-sekreterare-1");
        List<UnitClient> clients = consultants.stream()
                .map(consultant -> api.asEmployeeOf(RequestFlow.CLINIC, consultant))
                .toList();

        List<HttpAnswer> answers = InParallel.run(clients.stream()
                .<Callable<HttpAnswer>>map(client -> () -> client.post(flow.path("claim"), new Parameters()))
                .toList());

        assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 422, 422);
        assertThat(answers.stream().filter(answer -> answer.status() == 422))
                .allSatisfy(refused -> assertThat(refused.ruleCodes()).containsExactly("claimed-once"));
        int first = answers.stream().map(HttpAnswer::status).toList().indexOf(200);
        assertThat(((Reference) flow.task()
                                .getExtensionByUrl(Extensions.ASSIGNED_TO)
                                .getValue())
                        .getReference())
                .isEqualTo("PractitionerRole/" + consultants.get(first));
        assertThat(flow.task().getOwner().getReference()).isEqualTo("Organization/sus-ortopedi");
    }

    @Test
    void whoeverClaimsWhatSomebodyHasIsToldWhereToSeeWho() {
        RequestFlow flow = RequestFlow.submitted(api);
        UnitClient first = api.asEmployeeOf(RequestFlow.CLINIC, "sus-ortopedi-lakare-1");
        first.post(flow.path("claim"), new Parameters()).expect(200);

        assertThat(claimText(first, flow)).contains("assigned-to");
        assertThat(claimText(api.asEmployeeOf(RequestFlow.CLINIC, "sus-ortopedi-lakare-2"), flow))
                .contains("assigned-to");
    }

    private static String claimText(UnitClient unit, RequestFlow flow) {
        HttpAnswer refused = unit.post(flow.path("claim"), new Parameters()).expect(422);
        assertThat(refused.ruleCodes()).containsExactly("claimed-once");
        return refused.outcome().getIssueFirstRep().getDetails().getText();
    }

    @Test
    void aUnitGivesARequestToAnotherOfItsStaffOnly() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.clinic().post(flow.path("claim"), new Parameters()).expect(200);
        Reference colleague = new Reference("PractitionerRole/sus-ortopedi-lakare-1");
        Task given = flow.clinic()
                .post(flow.path("reassign"), DemoRequests.parameters("to", colleague))
                .expect(200)
                .resource(Task.class);
        assertThat(((Reference) given.getExtensionByUrl(Extensions.ASSIGNED_TO).getValue()).getReference())
                .isEqualTo(colleague.getReference());
        flow.clinic()
                .post(flow.path("reassign"), DemoRequests.parameters("to", new Reference(RequestFlow.PHYSICIAN)))
                .expect(422);
        flow.healthCentre()
                .post(flow.path("reassign"), DemoRequests.parameters("to", colleague))
                .expect(403);
    }

    private RequestFlow submittedToInternalMedicine() {
        return RequestFlow.submitted(api, DemoRequests.internalMedicine());
    }
}
