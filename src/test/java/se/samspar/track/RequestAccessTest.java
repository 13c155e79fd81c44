package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Who may do what with a request, and how everyone else is answered. */
@SamsparTest
class RequestAccessTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(strings = {"receive", "triage", "supplement", "answer", "cancel"})
    void aForeignUnitMeetsNothing(String operation) {
        RequestFlow flow = RequestFlow.submitted(api);
        UnitClient foreign = api.as("sus-neurologi");
        Parameters parameters = DemoRequests.parameters();
        if (operation.equals("triage")) {
            parameters.addParameter().setName("decision").setValue(new CodeType("accept"));
        } else if (operation.equals("answer")) {
            parameters.addParameter().setName("kind").setValue(new CodeType("partial"));
            parameters.addParameter().setName("text").setValue(new StringType("Svar"));
        }
        foreign.post(flow.path(operation), parameters).expect(404);
        foreign.get(flow.path("available-actions")).expect(404);
        foreign.get("ServiceRequest/" + flow.id()).expect(404);
        foreign.get("Task/" + flow.task().getIdElement().getIdPart()).expect(404);
        assertThat(foreign.get("Task?focus=ServiceRequest/" + flow.id())
                        .expect(200)
                        .entries(org.hl7.fhir.r4.model.Task.class))
                .isEmpty();
    }

    @Test
    void theStepsOfTheOtherSideAreForbidden() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.healthCentre().post(flow.path("receive"), new Parameters()).expect(403);
        flow.healthCentre()
                .post(flow.path("triage"), DemoRequests.parameters("decision", new CodeType("accept")))
                .expect(403);
        flow.healthCentre()
                .post(flow.path("answer"), DemoRequests.parameters("kind", new CodeType("partial"), "text", "Svar"))
                .expect(403);
        flow.clinic()
                .post(flow.path("supplement"), DemoRequests.parameters("note", "x"))
                .expect(403);
        flow.clinic()
                .post(flow.path("cancel"), DemoRequests.parameters("reason", "x"))
                .expect(403);
    }

    @Test
    void aSystemReceivesButDoesNotDecideOrAnswer() {
        RequestFlow flow = RequestFlow.submitted(api);
        UnitClient system = api.asSystemOf("sus-ortopedi", "system/*.cruds");
        Parameters accept = DemoRequests.parameters("decision", new CodeType("accept"));
        system.post(flow.path("receive"), new Parameters()).expect(200);
        system.post(flow.path("triage"), accept).expect(403);
        flow.triage("accept").expect(200);
        system.post(flow.path("answer"), DemoRequests.parameters("kind", new CodeType("partial"), "text", "Svar"))
                .expect(403);
    }

    @Test
    void aUserScopeNeedsAPerson() {
        api.asSystemOf("sus-ortopedi", "user/*.cruds").get("Task").expect(403);
        api.asSystemOf("sus-ortopedi", "system/*.cruds").get("Task").expect(200);
    }

    @Test
    void theReceiverDoesNotRewriteTheRequest() {
        RequestFlow flow = RequestFlow.submitted(api);
        ServiceRequest request = flow.request();
        request.getReasonCodeFirstRep().setText("En annan fråga");
        flow.clinic().put("ServiceRequest/" + flow.id(), request).expect(403);
    }

    @Test
    void aUnitSubmitsForItselfOnly() {
        ServiceRequest request = RequestFlow.consultation();
        request.getRequester().setReference("Organization/vc-anderslov");
        RequestFlow.submit(api.as("vc-dalby"), request, TestPatients.next()).expect(403);
    }

    @Test
    void aPatientOfOthersIsNoSubject() {
        Patient stranger =
                api.asAdmin().post("Patient", TestPatients.next()).expect(201).resource(Patient.class);
        ServiceRequest request = RequestFlow.consultation();
        request.getSubject().setReference("Patient/" + stranger.getIdElement().getIdPart());
        HttpAnswer hidden = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.parameters("request", request))
                .expect(422);
        request.getSubject().setReference("Patient/no-such-patient");
        HttpAnswer absent = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.parameters("request", request))
                .expect(422);
        assertThat(hidden.outcome().getIssueFirstRep().getDiagnostics())
                .isEqualTo(absent.outcome().getIssueFirstRep().getDiagnostics());
    }

    @Test
    void theSubjectIsThePersonOfThePatientParameter() {
        ServiceRequest request = RequestFlow.consultation();
        request.getSubject().setIdentifier(TestPatients.next().getIdentifierFirstRep());
        HttpAnswer refused = RequestFlow.submit(api.as("vc-dalby"), request, TestPatients.next())
                .expect(422);
        assertThat(refused.ruleCodes()).containsExactly("subject-agrees");
        request.getSubject().getIdentifier().setValue("191212121213");
        HttpAnswer mistyped = RequestFlow.submit(api.as("vc-dalby"), request, TestPatients.next())
                .expect(422);
        assertThat(mistyped.ruleCodes()).containsExactlyInAnyOrder("subject-agrees", "valid-personal-identity");
    }

    @Test
    void aKnownPatientComesBackAsSent() {
        Patient inRecord = TestPatients.next();
        inRecord.getNameFirstRep().setFamily("Sekretess");
        api.asAdmin().post("Patient", inRecord).expect(201);
        Patient sent = inRecord.copy();
        sent.getNameFirstRep().setFamily("Annan");
        HttpAnswer answer = RequestFlow.submit(api.as("vc-dalby"), RequestFlow.consultation(), sent)
                .expect(200);
        Patient answered = answer.entry(Patient.class);
        assertThat(answered.getNameFirstRep().getFamily()).isEqualTo("Annan");
        assertThat(api.asAdmin()
                        .read(Patient.class, answered.getIdElement().getIdPart())
                        .getNameFirstRep()
                        .getFamily())
                .isEqualTo("Sekretess");
    }

    @Test
    void aDecisionThatNobodyKnowsIsRefused() {
        RequestFlow flow = RequestFlow.submitted(api);
        HttpAnswer unknown = flow.triage("maybe", "reason", "x").expect(422);
        assertThat(unknown.outcome().getIssueFirstRep().getDiagnostics())
                .contains("decision", "accept", "request-supplement", "decline");
    }

    @Test
    void aJustificationNamesARule() {
        Parameters cancel = DemoRequests.parameters("reason", "x");
        RequestFlow flow = RequestFlow.submitted(api);
        HttpAnswer refused = flow.healthCentre()
                .post(flow.path("cancel"), DemoRequests.justified(cancel, "no-such-rule"))
                .expect(422);
        assertThat(refused.outcome().getIssueFirstRep().getDetails().getText()).contains("justification.rule");
        ServiceRequest request = flow.request();
        Extension justification = request.addExtension().setUrl(Extensions.RULE_JUSTIFICATION);
        justification.addExtension("rule", new CodeType("no-such-rule"));
        justification.addExtension("reason", new StringType("x"));
        flow.healthCentre().put("ServiceRequest/" + flow.id(), request).expect(422);
    }

    @Test
    void aPlannedTimeHasATimeOfDayAndGoesWithAccept() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept", "plannedTime", new DateTimeType("2031-03-03")).expect(422);
        flow.triage("decline", "reason", "x", "plannedTime", new DateTimeType("2031-03-03T10:00:00+01:00"))
                .expect(422);
    }

    @Test
    void bothSidesLearnWhatTheyMayDo() {
        RequestFlow flow = RequestFlow.submitted(api);
        assertThat(allowed(flow.clinic(), flow))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("receive", true),
                        Map.entry("accept", true),
                        Map.entry("request-supplement", true),
                        Map.entry("decline", true),
                        Map.entry("forward", true),
                        Map.entry("abort", true),
                        Map.entry("claim", true),
                        Map.entry("reassign", true),
                        Map.entry("convert", true),
                        Map.entry("supplement", false),
                        Map.entry("answer", false),
                        Map.entry("cancel", false)));
        assertThat(allowed(flow.healthCentre(), flow))
                .containsEntry("supplement", true)
                .containsEntry("cancel", true)
                .containsEntry("accept", false);
        flow.triage("accept").expect(200);
        assertThat(allowed(flow.clinic(), flow)).containsEntry("answer", true).containsEntry("accept", false);
        assertThat(allowed(flow.healthCentre(), flow))
                .containsEntry("supplement", false)
                .containsEntry("cancel", true);
    }

    private static Map<String, Boolean> allowed(UnitClient unit, RequestFlow flow) {
        Parameters actions =
                unit.get(flow.path("available-actions")).expect(200).resource(Parameters.class);
        return actions.getParameter().stream()
                .collect(Collectors.toMap(
                        action -> action.getPart().get(0).getValue().primitiveValue(),
                        action -> Boolean.valueOf(
                                action.getPart().get(1).getValue().primitiveValue())));
    }
}
