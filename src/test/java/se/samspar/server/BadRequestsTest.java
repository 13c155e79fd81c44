package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;
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
        api.as("vc-dalby").post("ServiceRequest", body).refused(status);
    }

    @Test
    void aWrongTypeOfParameterIsRefused() {
        HttpAnswer answer =
                api.as("vc-dalby").post("HealthcareService/$find-tracks", DemoRequests.parameters("at", "nyss"));
        answer.refused(400);
        assertThat(answer.body()).contains("Parameter at ").doesNotContain("StringType");
        api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.parameters("request", new Patient()))
                .refused(400);
    }

    @Test
    void aHugeBodyIsRefusedWhereverItIsSent() {
        String huge = "{\"resourceType\":\"Bundle\",\"id\":\"" + "x".repeat(6 * MEGABYTE) + "\"}";

        api.as("vc-dalby").post("", huge).refused(413);
        api.as("vc-dalby").post("ServiceRequest", huge).refused(413);
    }

    @Test
    void aCompressedBodyIsRefused() {
        api.as("vc-dalby")
                .post("ServiceRequest", "{}", "Content-Encoding: gzip")
                .refused(415);
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
        refused.refused(400);
        assertThat(refused.body()).contains("'request' is required");
        api.as("vc-dalby").post("ServiceRequest", "").refused(400);
    }

    @Test
    void anUnsupportedMediaTypeIsRefused() {
        api.as("vc-dalby")
                .post("ServiceRequest", "hej", "Content-Type: text/plain")
                .refused(415);
        api.as("vc-dalby")
                .put("ServiceRequest/x", "hej", "Content-Type: text/plain")
                .refused(415);
    }

    @Test
    void aBadTokenIsRefused() {
        UnitClient forged = api.withToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ2Yy1kYWxieSJ9.");

        forged.get("Patient").refused(401);
        assertThat(forged.get("Patient").header("WWW-Authenticate")).startsWith("Bearer error=\"invalid_token\"");
        assertThat(api.asNobody().get("Patient").header("WWW-Authenticate")).isEqualTo("Bearer");
    }

    @Test
    void anAdministratorWhoMayOnlyReadDoesNotWrite() {
        Organization unit = api.asAdmin().read(Organization.class, "vc-dalby");
        UnitClient reader = api.as("samspar-admin", "samspar/admin");

        reader.put("Organization/vc-dalby", unit).refused(403);
    }

    @Test
    void aTokenThatRanOutIsToldSo() {
        HttpAnswer expired = api.asExpired("vc-dalby").get("Patient");

        expired.refused(401);
        assertThat(expired.body()).contains("expired");
    }

    @Test
    void anIdempotencyKeyIsNotPassedOverWhereItDoesNotHold() {
        HttpAnswer refused = api.asAdmin().post("Patient", TestPatients.next(), "Idempotency-Key: 1");

        refused.refused(400);
        assertThat(refused.body()).contains("If-None-Exist");
    }

    @Test
    void aPatchOfNothingIsRefused() {
        api.asAdmin().patch("Patient/", "[]").refused(400);
    }

    @Test
    void anElementThatFhirDoesNotKnowIsNamed() {
        String parameters = "{\"resourceType\":\"Parameters\",\"parameter\":[],\"prioritet\":\"routine\"}";
        String patient = "{\"resourceType\":\"Patient\",\"blah\":1}";
        for (HttpAnswer answer : List.of(
                api.as("vc-dalby").post("ServiceRequest/$submit", parameters),
                api.as("vc-dalby").post("Patient/$validate", patient),
                api.as("vc-dalby").post("Patient", patient))) {
            answer.refused(400);
            assertThat(answer.body()).containsAnyOf("'prioritet'", "'blah'");
        }
    }

    @Test
    void anOldVersionNamedByIfMatchIsRefused() {
        Patient patient = TestPatients.next();
        String id = api.asAdmin()
                .post("Patient", patient)
                .expect(201)
                .resource(Patient.class)
                .getIdElement()
                .getIdPart();
        String path = "Patient/" + id;
        patient.setId(id);
        String patch = "[{\"op\":\"add\",\"path\":\"/active\",\"value\":true}]";

        api.asAdmin().put(path, patient, "If-Match: W/\"77\"").refused(412);
        api.asAdmin().patch(path, patch, "If-Match: W/\"77\"").refused(412);
        HttpAnswer patched =
                api.asAdmin().patch(path, patch, "If-Match: W/\"1\"").expect(200);
        assertThat(patched.header("ETag")).isEqualTo("W/\"2\"");
        assertThat(patched.resource(Patient.class).getMeta().getSource()).isNull();
    }

    @Test
    void aStarInIfMatchMeansWhateverVersionThereIs() {
        String request = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        String patch = "[{\"op\":\"replace\",\"path\":\"/reasonCode/0/text\",\"value\":\"Protes?\"}]";

        api.as("vc-dalby")
                .patch("ServiceRequest/" + request, patch, "If-Match: *")
                .expect(200);
        api.as("sus-ortopedi")
                .post("ServiceRequest/" + request + "/$receive", "", "If-Match: *")
                .expect(200);
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

        answer.refused(422);
        assertThat(answer.ruleCodes()).contains("valid-personal-identity");
        assertThat(api.asAdmin()
                        .get("Patient?identifier="
                                + patient.getIdentifierFirstRep().getValue())
                        .expect(200)
                        .resource(Bundle.class)
                        .getEntry())
                .isEmpty();
    }
}
