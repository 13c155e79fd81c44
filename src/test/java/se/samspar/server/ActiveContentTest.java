package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** What one unit writes does nothing by itself where another unit's system shows it. */
@SamsparTest
class ActiveContentTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"https://outside.example/seen.png\"/>",
                "<p style=\"background: url(https://outside.example/seen)\">Knä</p>",
                "<table><tr><td><b style=\"color: red\">Knä</b></td></tr></table>",
                "<a href=\"javascript:alert(1)\">Knä</a>"
            })
    void aNarrativeThatFetchesOrRunsSomethingIsRefused(String content) {
        assertRefused(submit(narrated(content)));
        assertThat(api.as("vc-dalby")
                        .post("ServiceRequest/$validate", DemoRequests.parameters("resource", narrated(content)))
                        .expect(200)
                        .outcome()
                        .getIssue())
                .anyMatch(issue -> issue.getSeverity() == IssueSeverity.ERROR
                        && issue.getExpression().stream()
                                .anyMatch(path -> path.getValue().startsWith("ServiceRequest.text")));
    }

    @Test
    void aNarrativeOfTextTablesAndLinksIsTaken() {
        submit(narrated("<p class=\"a\">Knä</p><table><tr><td>1</td></tr></table><a href=\"https://a.example\">b</a>"))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", " java\tScript:alert(1)", "data:text/html,hej", "file:///etc/hosts"})
    void aContactThatIsNoLinkToAPageIsRefused(String link) {
        Patient patient = TestPatients.next();
        patient.addTelecom().setSystem(ContactPointSystem.URL).setValue(link);
        HealthcareService service = api.asAdmin().read(HealthcareService.class, "sus-ortopedi-dsk");
        service.addTelecom().setSystem(ContactPointSystem.URL).setValue(link);

        assertRefused(api.asAdmin().post("Patient", patient));
        assertRefused(api.as("sus-ortopedi")
                .put("HealthcareService/" + service.getIdElement().getIdPart(), service));
    }

    @Test
    void aLinkToAPageIsAContact() {
        Patient patient = TestPatients.next();
        patient.addTelecom().setSystem(ContactPointSystem.URL).setValue("https://a.example/sida");

        api.asAdmin().post("Patient", patient).expect(201);
    }

    @Test
    void aRequestThatSaysTheContraryOfWhatItAsksForIsRefused() {
        ServiceRequest forbidding = DemoRequests.consultation();
        forbidding.setDoNotPerform(true);
        ServiceRequest modified = DemoRequests.consultation();
        modified.addModifierExtension().setUrl("https://a.example/not");
        modified.getModifierExtension().get(0).setValue(new BooleanType(true));
        ServiceRequest byOtherRules = DemoRequests.consultation();
        byOtherRules.setImplicitRules("https://a.example/rules");

        assertRefused(submit(forbidding));
        assertRefused(submit(modified));
        assertRefused(submit(byOtherRules));
    }

    private HttpAnswer submit(ServiceRequest request) {
        return api.as("vc-dalby").post("ServiceRequest/$submit", DemoRequests.submit(request, TestPatients.next()));
    }

    private static ServiceRequest narrated(String content) {
        ServiceRequest request = DemoRequests.consultation();
        request.getText().setStatus(NarrativeStatus.ADDITIONAL);
        request.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">" + content + "</div>");
        return request;
    }

    private static void assertRefused(HttpAnswer answer) {
        answer.expect(422);
        assertThat(answer.ruleCodes()).contains("profile-conformance");
    }
}
