package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
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
import se.samspar.support.UnitClient;

/** Whatever is sent, the answer is an OperationOutcome with the right status, and nothing is written. */
@SamsparTest
class BadRequestsTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "not json                                                           | 400",
                "{\"resourceType\":\"ServiceRequest\"                               | 400",
                "{\"resourceType\":\"NoSuchType\"}                                  | 400",
                "{\"resourceType\":\"Patient\"}                                     | 400",
                "{\"resourceType\":\"ServiceRequest\",\"requester\":{\"reference\":\"Organization/vc-dalby\"}} | 422"
            })
    void aBodyThatCannotBeReadOrDoesNotFitIsRefused(String body, int status) {
        assertRefused(api.as("vc-dalby").post("ServiceRequest", body), status);
    }

    @Test
    void parametersThatAreUnknownOrMissingAreAllNamed() {
        HttpAnswer answer = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.parameters("patinet", TestPatients.next()));

        assertRefused(answer, 400);
        assertThat(answer.body()).contains("'patinet'").contains("'request' is required");
    }

    @Test
    void aWrongTypeOfParameterIsRefused() {
        assertRefused(
                api.as("vc-dalby").post("ServiceRequest/$submit", DemoRequests.parameters("request", new Patient())),
                400);
    }

    @Test
    void aHugeBodyIsRefusedWhereverItIsSent() {
        String huge = "{\"resourceType\":\"Bundle\",\"id\":\"" + "x".repeat(6 * MEGABYTE) + "\"}";

        assertRefused(api.as("vc-dalby").post("", huge), 413);
        assertRefused(api.as("vc-dalby").post("ServiceRequest", huge), 413);
    }

    @Test
    void aCompressedBodyIsRefused() {
        assertRefused(api.as("vc-dalby").post("ServiceRequest", "{}", "Content-Encoding: gzip"), 415);
    }

    @Test
    void refusalsBeforeTheFhirEndpointNameTheRequestAndSpeakXmlToo() {
        UnitClient nobody = api.asNobody();
        UnitClient dalby = api.as("vc-dalby");
        for (HttpAnswer answer : List.of(
                nobody.get("Patient", "X-Request-Id: min-fraga-1", "Accept: text/html, application/fhir+xml;q=0.9"),
                nobody.get("Patient?_format=xml", "X-Request-Id: min-fraga-1"),
                dalby.post("Task", "{}", "Content-Encoding: gzip", "X-Request-Id: min-fraga-1", "Accept: text/xml"))) {
            assertThat(answer.status()).isIn(401, 415);
            assertThat(answer.header("X-Request-Id")).isEqualTo("min-fraga-1");
            assertThat(answer.header("Content-Type")).startsWith("application/fhir+xml");
            assertThat(answer.body()).startsWith("<OperationOutcome");
        }
        HttpAnswer plain = nobody.get("Patient");
        assertThat(plain.header("X-Request-Id")).isNotBlank();
        assertThat(plain.header("Content-Type")).startsWith("application/fhir+json");
    }

    @Test
    void anEmptyBodyIsOneWithoutParametersWhateverTypeItIsSaidToHave() {
        String request = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();

        api.as("sus-ortopedi")
                .post("ServiceRequest/" + request + "/$receive", "")
                .expect(200);
        HttpAnswer refused = api.as("vc-dalby").post("ServiceRequest/$submit", "");
        assertRefused(refused, 400);
        assertThat(refused.body()).contains("'request' is required");
        assertRefused(api.as("vc-dalby").post("ServiceRequest", ""), 400);
    }

    @Test
    void anUnsupportedMediaTypeIsRefused() {
        HttpAnswer answer = api.as("vc-dalby").post("ServiceRequest", "hej", "Content-Type: text/plain");

        assertThat(answer.status()).isIn(400, 415);
        assertThat(answer.outcome().getIssue()).isNotEmpty();
    }

    @Test
    void aBadTokenIsRefused() {
        UnitClient forged = api.withToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ2Yy1kYWxieSJ9.");

        assertRefused(forged.get("Patient"), 401);
    }

    @Test
    void aTokenWithoutTheScopeIsForbidden() {
        UnitClient readOnly = api.as("vc-dalby", "system/*.rs");

        assertThat(readOnly.get("Task").status()).isEqualTo(200);
        assertThat(readOnly.post(
                                "ServiceRequest/$submit",
                                DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                        .status())
                .isEqualTo(403);
        assertThat(api.as("vc-dalby", "system/Task.rs").get("ServiceRequest").status())
                .isEqualTo(403);
    }

    @Test
    void nothingOfARefusedTransactionIsKept() {
        Patient patient = TestPatients.next();
        Bundle transaction = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setResource(patient)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Patient");
        transaction
                .addEntry()
                .setResource(new Patient()
                        .setActive(true)
                        .addIdentifier(
                                TestPatients.next().getIdentifierFirstRep().setValue("191212121213")))
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Patient");

        HttpAnswer answer = api.asAdmin().post("", transaction);

        assertRefused(answer, 422);
        assertThat(answer.ruleCodes()).contains("valid-personal-identity");
        assertThat(api.asAdmin()
                        .get("Patient?identifier="
                                + patient.getIdentifierFirstRep().getValue())
                        .expect(200)
                        .resource(Bundle.class)
                        .getEntry())
                .isEmpty();
    }

    private static void assertRefused(HttpAnswer answer, int status) {
        answer.expect(status);
        assertThat(answer.outcome().getIssue())
                .isNotEmpty()
                .allMatch(issue -> issue.getSeverity() == OperationOutcome.IssueSeverity.ERROR)
                .noneMatch(issue -> String.valueOf(issue.getDiagnostics()).contains("Exception"));
    }
}
