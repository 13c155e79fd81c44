package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A patch meets the stored document before any rule does: what it may do there is listed. */
@SamsparTest
class PatchesTest {

    private static final String JSON_PATCH = "application/json-patch+json";

    @Autowired
    SamsparApi api;

    private UnitClient dalby;
    private String path;

    @BeforeEach
    void dalbySendsARequest() {
        dalby = api.as("vc-dalby");
        path = "ServiceRequest/"
                + dalby.post(
                                "ServiceRequest/$submit",
                                DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                        .expect(200)
                        .entry(ServiceRequest.class)
                        .getIdElement()
                        .getIdPart();
    }

    @Test
    void aPatchOfItsOwnAndOneInABundleChangeTheRequest() {
        String patch = "[{'op':'test','path':'/status','value':'active'},"
                + "{'op':'replace','path':'/reasonCode/0/text','value':'%s'}]";

        dalby.patch(path, json(patch.formatted("Behövs protes?"))).expect(200);
        assertThat(reason()).isEqualTo("Behövs protes?");
        inBundle(patch.formatted("Behövs ny röntgen?")).expect(200);
        assertThat(reason()).isEqualTo("Behövs ny röntgen?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'op':'copy','from':'/reasonCode','path':'/reasonCode/-'}]",
                "[{'op':'move','from':'/reasonCode/0/text','path':'/reasonCode/0/id'}]",
                "[{'op':'test','op':'copy','from':'/meta/security','path':'/note'}]",
                "[{'op':'copy','op':'test','from':'/meta/security','path':'/note'}]",
                "[{'op':'test','path':'/meta/security/0/code','value':'sus-ortopedi'}]",
                "[{'op':'test','path':'/meta/security/1/code','value':'sus-ortopedi'}]",
                "[{'op':'test','path':'/\\u006deta/security/1/code','value':'sus-ortopedi'}]",
                "[{'op':'test','path':'/meta','value':{}}]",
                "[{'op':'test','path':'','value':{}}]",
                "[{'op':'test','path':'/'}]",
                "[{'op':'test','path':'meta'}]",
                "[{'op':'add','path':'/meta/tag','value':[]}]",
                "[{'op':'test'}]",
                "[{'path':'/status'}]",
                "[['op']]",
                "{'op':'test','path':'/status','value':'active'}",
                "[",
                "[] []",
                "nonsense"
            })
    void whatReachesForMoreIsRefused(String patch) {
        assertRefused(dalby.patch(path, json(patch)), 400);
        assertRefused(inBundle(patch), 400);
    }

    @Test
    void aPatchOfTooManyOperationsIsRefused() {
        String operation = "{'op':'test','path':'/status','value':'active'}";

        dalby.patch(path, json(repeated(operation, 200))).expect(200);
        assertRefused(dalby.patch(path, json(repeated(operation, 201))), 400);
    }

    private static String repeated(String operation, int times) {
        return Stream.generate(() -> operation).limit(times).collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void otherKindsOfPatchAreNotTaken() {
        Parameters fhirPath = DemoRequests.parameters("operation", "Task.where(true)");
        String xml = "<diff><remove sel=\"/x\"/></diff>";

        assertRefused(dalby.send("PATCH", path, fhirPath), 415);
        assertRefused(dalby.send("PATCH", path, xml, "Content-Type: application/xml-patch+xml"), 415);
        assertRefused(dalby.send("PATCH", path, "{}", "Content-Type: application/merge-patch+json"), 415);
        assertRefused(dalby.send("PATCH", path, "[]", "Content-Type: application/json"), 415);
        assertRefused(inBundle(fhirPath), 415);
        assertRefused(inBundle(binary("application/xml-patch+xml", xml)), 415);
        assertThat(api.asNobody()
                        .get("metadata")
                        .resource(CapabilityStatement.class)
                        .getPatchFormat())
                .extracting(PrimitiveType::getValue)
                .containsExactly(JSON_PATCH);
    }

    /** Else it would tell by its refusal whether a value that is tried is the one that is hidden. */
    @Test
    void noPatchMeetsWhatIsHiddenOfAProtectedPerson() {
        Patient person = ProtectedPerson.person("sekretessmarkering");
        api.asAdmin().post("Patient", person).expect(201);
        Patient named = new Patient();
        named.setIdentifier(person.getIdentifier());
        String patient = SharedCare.of(api, named).patient();
        UnitClient homeService = api.as("kommun-lund-hemtjanst");
        String relative = SharedCare.path(homeService
                .post("RelatedPerson", ProtectedPerson.relative(patient), "Prefer: return=representation")
                .expect(201)
                .resource(RelatedPerson.class));

        String test = json("[{'op':'test','path':'/address/0/line/0','value':'%s'}]");
        for (String path : List.of(patient, relative)) {
            for (String tried : List.of(ProtectedPerson.STREET, "Storgatan")) {
                homeService.patch(path, test.formatted(tried)).refused(403);
            }
        }
        homeService
                .patch("RelatedPerson?_id=" + relative.split("/")[1], test.formatted(ProtectedPerson.STREET))
                .refused(400);
    }

    @Test
    void aPatchOfAnotherUnitsServiceIsRefused() {
        dalby.patch("HealthcareService/sus-ortopedi-dsk", json("[{'op':'add','path':'/comment','value':'Stängt'}]"))
                .expect(403);
    }

    private void assertRefused(HttpAnswer answer, int status) {
        answer.expect(status);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("sus-ortopedi");
        assertThat(dalby.get(path).resource(ServiceRequest.class).getMeta().getVersionId())
                .isEqualTo("1");
    }

    private String reason() {
        return dalby.get(path)
                .resource(ServiceRequest.class)
                .getReasonCodeFirstRep()
                .getText();
    }

    private HttpAnswer inBundle(String patch) {
        return inBundle(binary(JSON_PATCH, json(patch)));
    }

    private HttpAnswer inBundle(Resource patch) {
        Bundle transaction = new Bundle().setType(BundleType.TRANSACTION);
        transaction
                .addEntry()
                .setFullUrl("urn:uuid:8d1e7c8e-6f0c-4f0e-9a11-2b8f5d1d9c10")
                .setResource(patch)
                .getRequest()
                .setMethod(HTTPVerb.PATCH)
                .setUrl(path);
        return dalby.post("", transaction);
    }

    private static Binary binary(String mediaType, String content) {
        return new Binary().setContentType(mediaType).setData(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String json(String patch) {
        return patch.replace('\'', '"');
    }
}
