package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** What would fail in the depths is refused at the door, and tells nothing of the depths. */
@SamsparTest
class HostileInputTest {

    private static final String NUL = "\\u0000";

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient?name=%00",
                "Patient?identifier=1%00",
                "Patient?_id=%00",
                "Task?patient=%00",
                "Task?owner:Organization.name=%00",
                "Task?_tag=%00",
                "Patient?_offset=-5",
                "Patient?_count=-1",
                "?_getpages=00000000-0000-0000-0000-000000000000&_getpagesoffset=-1",
                "Patient?name=%25%00",
                "Task?_revinclude:iterate=*",
                "HealthcareService/$find-tracks?track=%00"
            })
    void aValueThatNoDatabaseTakesIsRefused(String path) {
        assertRefused(api.as("vc-dalby").get(path));
        assertRefused(inBatch(path));
    }

    @Test
    void aConditionWithSuchAValueIsRefused() {
        Task task = new Task();

        assertRefused(api.as("vc-dalby").post("Task", task, "If-None-Exist: identifier=%00"));
        assertRefused(api.as("vc-dalby").put("Task?identifier=%00", task));
        assertRefused(api.as("vc-dalby")
                .post("Task/_search", "identifier=%00", "Content-Type: application/x-www-form-urlencoded"));
    }

    @Test
    void anEscapeThatIsNoneIsRefused() {
        for (String form : new String[] {"name=%zz", "name=%"}) {
            assertRefused(api.as("vc-dalby")
                    .post("Patient/_search", form, "Content-Type: application/x-www-form-urlencoded"));
            assertRefused(inBatch("Patient?" + form));
        }
    }

    @Test
    void aBodyWithNulIsRefusedAndTheSameTextWithoutItIsNot() {
        String submit =
                json(DemoRequests.parameters("request", DemoRequests.consultation(), "patient", TestPatients.next()));

        assertRefused(api.as("vc-dalby").post("ServiceRequest/$submit", submit.replace("Testsson", "Test" + NUL)));
        assertRefused(api.as("vc-dalby")
                .post("ServiceRequest/$submit", submit.replaceAll("\"value\":\"[0-9]+", "$0" + "\\\\u0000")));
        api.as("vc-dalby")
                .post("ServiceRequest/$submit", submit.replace("Testsson", "Test\\" + NUL))
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {130, 300, 900, 5000})
    void aBodyThatIsNestedTooDeepIsRefused(int depth) {
        String json = "{\"resourceType\":\"Encounter\",\"extension\":[" + "{\"url\":\"x\",\"extension\":[".repeat(depth)
                + "]}".repeat(depth) + "]}";
        String xml = "<Encounter xmlns=\"http://hl7.org/fhir\">" + "<extension url=\"x\">".repeat(depth)
                + "</extension>".repeat(depth) + "</Encounter>";

        assertRefused(api.as("vc-dalby").post("Encounter", json));
        assertRefused(api.as("vc-dalby").post("Encounter/$validate", json));
        HttpAnswer answer = api.as("vc-dalby")
                .post("Encounter", xml, "Content-Type: application/fhir+xml", "Accept: application/fhir+json");
        assertRefused(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "W/\"a\"", "W/\"99999999999999999999\""})
    void aVersionThatIsNoneIsRefused(String version) {
        Task task = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(Task.class);
        String path = "Task/" + task.getIdElement().getIdPart();

        assertRefused(api.as("vc-dalby").put(path, task, "If-Match: " + version));
        assertRefused(api.as("vc-dalby").patch(path, "[]", "If-Match: " + version));
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(task)
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(path)
                .setIfMatch(version);
        assertRefused(api.as("vc-dalby").post("", transaction));
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        assertRefused(api.as("vc-dalby").get("Organization/vc-dalby", "If-Modified-Since: garbage"));
        api.as("vc-dalby")
                .get("Organization/vc-dalby", "If-Modified-Since: Wed, 21 Oct 2015 07:28:00 GMT")
                .expect(200);
    }

    private HttpAnswer inBatch(String url) {
        Bundle bundle = new Bundle().setType(BundleType.BATCH);
        bundle.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl(url);
        return api.as("vc-dalby").post("", bundle);
    }

    private static String json(Parameters parameters) {
        return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(parameters);
    }

    private static void assertRefused(HttpAnswer answer) {
        OperationOutcome outcome = answer.expect(400).outcome();
        assertThat(outcome.getIssue()).isNotEmpty().noneMatch(issue -> String.valueOf(issue.getDiagnostics())
                .matches(".*(Exception|SQL|UTF8).*"));
    }
}
