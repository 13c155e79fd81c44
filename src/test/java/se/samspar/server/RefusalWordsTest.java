package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** Why something is refused is said in one place, in plain words, under a code (ALL-5). */
@SamsparTest
class RefusalWordsTest {

    @Autowired
    SamsparApi api;

    @Test
    void parametersThatAreUnknownOrMissingAreAllNamed() {
        HttpAnswer answer = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.parameters("patinet", TestPatients.next()));

        answer.refused(400);
        assertThat(answer.body()).contains("'patinet'").contains("'request' is required");
    }

    @Test
    void aValueThatCannotBeReadIsNotRepeated() {
        HttpAnswer refused =
                api.asAdmin().post("Patient", "{\"resourceType\":\"Patient\",\"birthDate\":\"den tolfte\"}");

        refused.refused(400);
        assertThat(refused.body()).contains("birthDate").doesNotContain("den tolfte");
    }

    @Test
    void aSearchForWhatCannotBeSearchedForRepeatsNothingOfIt() {
        String name = "Hemligsson".repeat(80);

        HttpAnswer tooLong = api.as("vc-dalby").get("Patient?name=" + name);
        tooLong.refused(400);
        assertThat(tooLong.body()).contains("Parameter name").doesNotContain("Hemligsson");
        for (String chain : List.of("patient.birthdate", "patient:Patient.birthdate")) {
            HttpAnswer noDate = api.as("vc-dalby").get("ServiceRequest?" + chain + "=Hemligsson");
            noDate.refused(400);
            assertThat(noDate.body()).contains("Parameter " + chain).doesNotContain("Hemligsson");
        }
        HttpAnswer noNumber = api.as("vc-dalby").get("Encounter?length=2020-13-45Hemligsson");
        noNumber.refused(400);
        assertThat(noNumber.body()).containsIgnoringCase("parameter").doesNotContain("Hemligsson");
    }

    @Test
    void anIdThatLooksLikeAnIdentityNumberInPartIsToldAndANumberIsNot() {
        for (String id : List.of("19121212-1212-4bcd-a123-5b6c7d8e9f00", "ab121212-1212-4bcd-a123-191212121212")) {
            assertThat(refusedCreate(id)).contains(id);
        }
        assertThat(refusedCreate("191212121212")).doesNotContain("191212121212");
        assertThat(refusedCreate("19121212-1212")).doesNotContain("19121212-1212");
    }

    private String refusedCreate(String id) {
        return api.as("vc-dalby")
                .post("ServiceRequest/" + id, DemoRequests.consultation())
                .refused(400)
                .body();
    }

    @Test
    void anEntryOfABatchIsToldEveryFinding() {
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry()
                .setResource(DemoRequests.consultation().setReasonCode(null))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("ServiceRequest");

        Bundle answer = api.as("vc-dalby").post("", batch).expect(200).resource(Bundle.class);

        OperationOutcome outcome =
                (OperationOutcome) answer.getEntryFirstRep().getResponse().getOutcome();
        assertThat(outcome.getIssue()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    Patient/no-such-patient, 404, not-found",
        "DELETE, Patient/no-such-patient, 405, not-supported",
        "GET,    Patient?birthdate=xyz,   400, invalid",
        "GET,    Patient?nonsense=xyz,    400, invalid",
        "GET,    Task?due=ap2026,         400, invalid",
        "GET,    Task?modified=ap2026,    400, invalid"
    })
    void aRefusalHasTheCodeOfItsStatusAndPlainWords(String method, String path, int status, String code) {
        HttpAnswer answer = api.as("vc-dalby").send(method, path, null);

        answer.refused(status);
        assertThat(answer.outcome().getIssueFirstRep().getCode().toCode()).isEqualTo(code);
        assertThat(answer.body()).doesNotContain("HAPI").doesNotContain("_security");
        if (path.contains("=ap")) {
            assertThat(answer.body())
                    .contains("The comparator ap is not supported")
                    .doesNotContain("bug");
        }
        if (path.contains("birthdate")) {
            assertThat(answer.body()).contains("birthdate").doesNotContain("xyz");
        }
    }

    @Test
    void aViolatedInvariantAndAFaultOfValidationAreSaidInTheSamePlace() {
        ServiceRequest withoutQuestion = DemoRequests.consultation().setReasonCode(null);

        for (HttpAnswer answer : List.of(
                api.as("vc-dalby")
                        .post("ServiceRequest/$submit", DemoRequests.submit(withoutQuestion, TestPatients.next()))
                        .expect(422),
                api.as("vc-dalby")
                        .post("ServiceRequest/$validate", new ServiceRequest())
                        .expect(200))) {
            assertThat(answer.outcome().getIssue()).isNotEmpty().allMatch(issue -> issue.getDetails()
                    .hasText());
        }
        assertThat(api.as("vc-dalby")
                        .post("ServiceRequest/$submit", DemoRequests.submit(withoutQuestion, TestPatients.next()))
                        .body())
                .contains("question-present")
                .doesNotContain("Constraint failed");
    }

    @Test
    void eachEntryOfABatchIsRefusedInPlainWords() {
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(Bundle.HTTPVerb.GET).setUrl("Patient/no-such-patient");

        HttpAnswer answer = api.as("vc-dalby").post("", batch).expect(200);

        assertThat(answer.body()).contains("\"not-found\"").doesNotContain("HAPI");
    }

    @Test
    void whatIsWrongWithParametersIsSaidUnderACodeWithWhatToDo() {
        String request = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        Parameters unfit = DemoRequests.parameters(
                "decision", new CodeType("decline"), "reason", "Fel", "plannedTime", new DateTimeType(new Date()));

        isTold(
                api.as("sus-ortopedi")
                        .post("ServiceRequest/%s/$triage".formatted(request), unfit)
                        .refused(422)
                        .outcome(),
                "parameters-fit",
                "Parameters plannedTime and slot go with the decision accept.");
        isTold(
                api.as("sus-ortopedi")
                        .post("ServiceRequest/%s/$receive".formatted(request), DemoRequests.parameters("note", "Hej"))
                        .refused(400)
                        .outcome(),
                "parameters-fit",
                "The operation has no parameter 'note'. See OperationDefinition/service-request-receive.");
        isTold(
                api.as("sus-ortopedi")
                        .post("ServiceRequest/%s/$receive".formatted(request), new Patient())
                        .refused(400)
                        .outcome(),
                "parameters-fit",
                "The body is a Patient, and has to be a Parameters. See OperationDefinition/service-request-receive.");
    }

    @Test
    void whoMayNotDoSomethingIsToldUnderACodeToo() {
        isTold(
                api.as("vc-dalby")
                        .post("Patient", TestPatients.next())
                        .refused(403)
                        .outcome(),
                "caller-may-act",
                "Another unit answers for this Patient, or it is written by an operation or an administrator only.");
        Bundle batch = new Bundle().setType(Bundle.BundleType.BATCH);
        batch.addEntry()
                .setResource(TestPatients.next())
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Patient");
        Bundle answer = api.as("vc-dalby").post("", batch).expect(200).resource(Bundle.class);
        isTold(
                (OperationOutcome) answer.getEntryFirstRep().getResponse().getOutcome(),
                "caller-may-act",
                "Another unit answers for this Patient, or it is written by an operation or an administrator only.");
    }

    @Test
    void whatIsAboutNoRuleHasATextAllTheSame() {
        for (HttpAnswer answer : List.of(
                api.as("vc-dalby").get("Patient/no-such-patient"),
                api.asNobody().get("Patient"),
                api.as("vc-dalby").post("ServiceRequest/$submit", "not json"))) {
            assertThat(answer.ruleCodes()).isEmpty();
            assertThat(answer.outcome().getIssueFirstRep().getDetails().getText())
                    .isNotBlank();
        }
    }

    private static void isTold(OperationOutcome outcome, String rule, String text) {
        assertThat(outcome.getIssue()).singleElement().satisfies(issue -> {
            assertThat(issue.getDetails().getCodingFirstRep().getCode()).isEqualTo(rule);
            assertThat(issue.getDetails().getText()).isEqualTo(text);
            assertThat(issue.getDiagnostics()).isNotEqualTo(text).contains("Source: ALL-");
        });
    }
}
