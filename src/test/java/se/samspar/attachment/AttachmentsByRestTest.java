package se.samspar.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.attachment.TestFiles.document;
import static se.samspar.attachment.TestFiles.submit;

import java.util.List;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** Documents and files by plain REST: written as DocumentReference, read as Binary, never written or searched as that. */
@SamsparTest
class AttachmentsByRestTest {

    @Autowired
    SamsparApi api;

    @Test
    void aDocumentByPlainRestIsReadByBothUnitsOfItsRequest() {
        ServiceRequest request = submit(api).expect(200).entry(ServiceRequest.class);
        DocumentReference document = document("application/pdf", TestFiles.of("application/pdf"));
        document.setSubject(request.getSubject());
        document.getContext().addRelated(new Reference(path(request)));

        DocumentReference stored = api.as("vc-dalby")
                .post("DocumentReference", document, "Prefer: return=representation")
                .expect(201)
                .resource(DocumentReference.class);

        String binary = stored.getContentFirstRep().getAttachment().getUrl();
        assertThat(stored.getContentFirstRep().getAttachment().hasData()).isFalse();
        assertThat(binary).isEqualTo("Binary/" + stored.getIdElement().getIdPart());
        assertThat(api.as("sus-ortopedi").get(binary).status()).isEqualTo(200);
        assertThat(api.as("vc-limhamn").get(binary).status()).isEqualTo(404);
    }

    @Test
    void aDocumentThatOnlyNamesItsRequestGoesAlongWhenTheRequestIsForwarded() {
        ServiceRequest request =
                submit(api, DemoRequests.internalMedicine()).expect(200).entry(ServiceRequest.class);
        DocumentReference document = document("application/pdf", TestFiles.of("application/pdf"));
        document.setSubject(request.getSubject());
        document.getContext().addRelated(new Reference(path(request)));
        String id = api.as("vc-dalby")
                .post("DocumentReference", document, "Prefer: return=representation")
                .expect(201)
                .resource(DocumentReference.class)
                .getIdElement()
                .getIdPart();
        UnitClient next = api.as("trelleborg-akut-internmedicin");
        next.get("Binary/" + id).expect(404);

        api.as("sus-akut-internmedicin")
                .post(path(request) + "/$triage", DemoRequests.forwardToTrelleborg())
                .expect(200);

        next.get("Binary/" + id).expect(200);
        next.get("DocumentReference/" + id).expect(200);
    }

    @Test
    void whoOnlySeesARequestAttachesNothingToIt() {
        ServiceRequest sent = DemoRequests.consultation();
        sent.setCategory(List.of(Track.ELEKTIV_MDK.toConcept()));
        sent.addExtension(new Extension(Extensions.NAMED_CONFERENCE, new Reference("Appointment/sus-ortopedi-mdk-1")));
        ServiceRequest request = submit(api, sent).expect(200).entry(ServiceRequest.class);
        DocumentReference document = document("application/pdf", TestFiles.of("application/pdf"));
        document.setSubject(request.getSubject());
        document.getContext().addRelated(new Reference(path(request)));
        UnitClient atTheConference = api.as("sus-reumatologi");
        atTheConference.get(path(request)).expect(200);

        atTheConference.post("DocumentReference", document).expect(403);
    }

    @Test
    void aDocumentIsMarkedAsWrongByTheUnitThatAttachedItAndItsFileIsNeverReplaced() {
        ServiceRequest request = submit(api, document("text/plain", TestFiles.of("text/plain")))
                .expect(200)
                .entry(ServiceRequest.class);
        String id = "DocumentReference/" + TestFiles.id(request, 0);
        String wrong = "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"entered-in-error\"}]";
        String other = "[{\"op\":\"replace\",\"path\":\"/content/0/attachment/url\",\"value\":\"Binary/1\"}]";

        assertThat(api.as("sus-ortopedi").patch(id, wrong).status()).isEqualTo(403);
        assertThat(api.as("vc-dalby").patch(id, other).expect(422).ruleCodes()).contains("attachment-accepted");
        api.as("vc-dalby").patch(id, wrong).expect(200);
    }

    @Test
    void aBinaryIsReadOnlyWithItsScopeAndNeverWrittenOrSearched() {
        ServiceRequest request = submit(api, document("text/plain", TestFiles.of("text/plain")))
                .expect(200)
                .entry(ServiceRequest.class);
        String binary = "Binary/" + TestFiles.id(request, 0);
        UnitClient dalby = api.as("vc-dalby");

        assertThat(api.asSystemOf("vc-dalby", "system/DocumentReference.rs")
                        .get(binary)
                        .status())
                .isEqualTo(403);
        assertThat(api.asSystemOf("vc-dalby", "system/Binary.r").get(binary).status())
                .isEqualTo(200);
        assertThat(dalby.get("Binary").status()).isIn(400, 404, 405);
        assertThat(dalby.get("Binary?contenttype=text/plain").status()).isIn(400, 404, 405);
        assertThat(dalby.get(binary + "/_history").status()).isIn(400, 404, 405);
        assertThat(dalby.post("Binary", new Binary().setContentType("text/plain"))
                        .status())
                .isIn(400, 404, 405);
        assertThat(dalby.post("", create(new Binary().setContentType("text/plain")))
                        .status())
                .isEqualTo(403);
    }

    private static Bundle create(Binary binary) {
        Bundle bundle = new Bundle().setType(Bundle.BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(binary)
                .getRequest()
                .setMethod(Bundle.HTTPVerb.POST)
                .setUrl("Binary");
        return bundle;
    }

    private static String path(ServiceRequest request) {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }
}
