package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.store.AccessLabels;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What a unit that takes no part in a request tries to write tells it nothing, and changes nothing. */
@SamsparTest
class ForeignUnitWritesTest {

    @Autowired
    SamsparApi api;

    private UnitClient foreign;
    private ServiceRequest request;

    @BeforeEach
    void dalbySendsARequestToOrthopaedics() {
        foreign = api.as("vc-limhamn");
        request = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);
    }

    private String requestPath() {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }

    @Test
    void changingAnswersAsIfItWereNotThere() {
        ServiceRequest changed = request.copy();
        changed.getReasonCodeFirstRep().setText("Ändrad");

        assertThat(foreign.put(requestPath(), changed).status()).isEqualTo(404);
        assertThat(foreign.put(requestPath(), changed, "If-Match: W/\"77\"").status())
                .isEqualTo(404);
        assertThat(foreign.patch(requestPath(), "[{\"op\":\"test\",\"path\":\"/status\",\"value\":\"active\"}]")
                        .status())
                .isEqualTo(404);
        assertThat(foreign.post("", replacement(changed)).status()).isEqualTo(404);
        assertThat(foreign.delete(requestPath()).status()).isIn(403, 404, 405);
        assertThat(api.as("vc-dalby")
                        .read(ServiceRequest.class, request.getIdElement().getIdPart())
                        .getReasonCodeFirstRep()
                        .getText())
                .contains("knäsmärta");
    }

    @Test
    void aConditionalCreateDoesNotTellWhatOthersHave() {
        ServiceRequest own = DemoRequests.consultation();
        own.setRequester(new Reference("Organization/vc-limhamn"));
        own.setSubject(new Reference("Patient/nobody"));

        String existing = request.getIdElement().getIdPart();
        String missing = "00000000-0000-0000-0000-000000000000";

        HttpAnswer answer = createUnlessThereIs(existing, own);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().replace(existing, missing))
                .isEqualTo(createUnlessThereIs(missing, own).body());
    }

    private HttpAnswer createUnlessThereIs(String id, ServiceRequest own) {
        return foreign.post(
                "ServiceRequest",
                own,
                "If-None-Exist: performer=Organization/sus-ortopedi&_id=" + id,
                "Prefer: return=representation");
    }

    @Test
    void aReferenceToWhatOthersHaveIsUnknownLikeOneToNothing() {
        ServiceRequest probing = DemoRequests.consultation();
        probing.setRequester(new Reference("Organization/vc-limhamn"));
        probing.setSubject(new Reference(request.getSubject().getReference()));
        HttpAnswer existing = foreign.post("ServiceRequest", probing);
        probing.setSubject(new Reference("Patient/00000000-0000-0000-0000-000000000000"));
        HttpAnswer missing = foreign.post("ServiceRequest", probing);

        assertThat(existing.status()).isEqualTo(missing.status()).isEqualTo(422);
        assertThat(existing.ruleCodes()).isEqualTo(missing.ruleCodes()).contains("reference-known");
    }

    @Test
    void validatingTellsNothingAboutWhatOthersHave() {
        assertThat(foreign.post(
                                requestPath() + "/$validate",
                                DemoRequests.parameters("resource", request, "mode", "update"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void labelsCannotBeForgedAndNeverLeave() {
        ServiceRequest labelled = DemoRequests.consultation();
        labelled.getMeta().addSecurity().setSystem(AccessLabels.SYSTEM).setCode("vc-limhamn");
        labelled.getMeta().addTag().setSystem(AccessLabels.SYSTEM).setCode("vc-limhamn");
        HttpAnswer submitted = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(labelled, TestPatients.next()))
                .expect(200);
        String id = submitted.entry(ServiceRequest.class).getIdElement().getIdPart();

        assertThat(foreign.get("ServiceRequest/" + id).status()).isEqualTo(404);
        assertThat(submitted.body()).doesNotContain(AccessLabels.SYSTEM);
        assertThat(api.as("vc-dalby").get("ServiceRequest?_id=" + id).body()).doesNotContain(AccessLabels.SYSTEM);
        assertThat(api.as("vc-dalby").get("ServiceRequest/" + id + "/_history").body())
                .doesNotContain(AccessLabels.SYSTEM);
    }

    private Bundle replacement(ServiceRequest changed) {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(changed)
                .setFullUrl("urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a")
                .getRequest()
                .setMethod(HTTPVerb.PUT)
                .setUrl(requestPath());
        return bundle;
    }
}
