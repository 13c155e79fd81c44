package se.samspar.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.attachment.TestFiles.document;
import static se.samspar.attachment.TestFiles.submit;
import static se.samspar.support.DemoRequests.parameters;

import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.attachment.file.StoredFiles;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A file goes with a request or an answer to the other unit, and comes out as it went in (OVP-15). */
@SamsparTest
class AttachmentsTest {

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(
            strings = {"application/pdf", "image/jpeg", "image/png", "image/gif", "image/bmp", "text/html", "text/plain"
            })
    void theReceiverReadsAFileOfEveryAcceptedTypeAsItWasSent(String contentType) {
        byte[] file = TestFiles.of(contentType);
        ServiceRequest request =
                submit(api, document(contentType, file)).expect(200).entry(ServiceRequest.class);

        HttpResponse<byte[]> read = api.as("sus-ortopedi").download("Binary/" + TestFiles.id(request, 0));

        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo(file);
        assertThat(read.headers().firstValue("Content-Type"))
                .contains(contentType.startsWith("text/") ? contentType + ";charset=UTF-8" : contentType);
    }

    @Test
    void theFileIsStoredApartAndTheDocumentSaysWhereItIsAndWhatItBelongsTo() {
        byte[] file = TestFiles.of("application/pdf");
        HttpAnswer submitted = submit(api, document("application/pdf", file)).expect(200);
        ServiceRequest request = submitted.entry(ServiceRequest.class);
        String id = TestFiles.id(request, 0);

        DocumentReference stored = api.as("sus-ortopedi").read(DocumentReference.class, id);

        assertThat(submitted.entry(Task.class).getFocus().getReference()).isEqualTo(path(request));
        assertThat(stored.getContentFirstRep().getAttachment()).satisfies(attachment -> {
            assertThat(attachment.hasData()).isFalse();
            assertThat(attachment.getUrl()).isEqualTo("Binary/" + id);
            assertThat(attachment.getSize()).isEqualTo(file.length);
            assertThat(attachment.getHash()).isEqualTo(StoredFiles.digest("SHA-1", file));
        });
        assertThat(stored.getSubject().getReference())
                .isEqualTo(request.getSubject().getReference());
        assertThat(stored.getCustodian().getReference()).isEqualTo("Organization/vc-dalby");
        assertThat(api.as("sus-ortopedi")
                        .get("DocumentReference?related=" + path(request))
                        .entries(DocumentReference.class))
                .hasSize(1);
        assertThat(api.as("vc-dalby")
                        .get("DocumentReference/" + id + "/_history")
                        .body())
                .doesNotContain("\"data\"");
    }

    @Test
    void aFileIsDownloadedNeverRunAndKeptByNoCache() {
        byte[] file = TestFiles.of("text/html");
        String id = TestFiles.id(
                submit(api, document("text/html", file)).expect(200).entry(ServiceRequest.class), 0);

        HttpAnswer read = api.as("vc-dalby")
                .get("Binary/" + id, "Accept: text/html,application/xhtml+xml,*/*;q=0.8", "X-Request-Id: min-fil-1");
        HttpAnswer head = api.as("vc-dalby").send("HEAD", "Binary/" + id, null);

        for (HttpAnswer answer : List.of(read, head)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Disposition")).isEqualTo("attachment");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Content-Security-Policy")).startsWith("sandbox; default-src 'none'");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.header("Content-Length")).isEqualTo(String.valueOf(file.length));
            assertThat(answer.header("ETag"))
                    .isEqualTo("\"" + HexFormat.of().formatHex(StoredFiles.digest("SHA-256", file)) + "\"");
        }
        assertThat(read.header("X-Request-Id")).isEqualTo("min-fil-1");
        assertThat(head.body()).isEmpty();
    }

    @Test
    void whoeverAsksForAFhirFormatGetsAResource() {
        byte[] file = TestFiles.of("image/png");
        String id = TestFiles.id(
                submit(api, document("image/png", file)).expect(200).entry(ServiceRequest.class), 0);

        Binary read = api.as("vc-dalby")
                .get("Binary/" + id, "Accept: application/fhir+json")
                .expect(200)
                .resource(Binary.class);

        assertThat(read.getContentType()).isEqualTo("image/png");
        assertThat(read.getData()).isEqualTo(file);
    }

    @Test
    void aFileOfTenMegabytesIsTaken() {
        byte[] file = TestFiles.pdf(10 * TestFiles.MEGABYTE);
        ServiceRequest request =
                submit(api, document("application/pdf", file)).expect(200).entry(ServiceRequest.class);

        assertThat(api.as("sus-ortopedi")
                        .download("Binary/" + TestFiles.id(request, 0))
                        .body())
                .isEqualTo(file);
    }

    @Test
    void anEnquiryIsSupplementedWithAFileAloneAndTheReceiverReadsIt() {
        ServiceRequest request = submit(api).expect(200).entry(ServiceRequest.class);

        ServiceRequest supplemented = api.as("vc-dalby")
                .post(
                        path(request) + "/$supplement",
                        parameters("attachment", document("text/plain", TestFiles.of("text/plain"))))
                .expect(200)
                .entry(ServiceRequest.class);

        assertThat(api.as("sus-ortopedi")
                        .get("Binary/" + TestFiles.id(supplemented, 0))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anAnswerBringsItsFilesToTheRequester() {
        ServiceRequest request = submit(api).expect(200).entry(ServiceRequest.class);
        UnitClient orthopaedics = api.as("sus-ortopedi");
        orthopaedics
                .post(path(request) + "/$triage", parameters("decision", new CodeType("accept")))
                .expect(200);

        Communication answer = orthopaedics
                .post(
                        path(request) + "/$answer",
                        parameters(
                                "kind",
                                new CodeType("partial"),
                                "text",
                                "Se bilaga.",
                                "attachment",
                                document("image/jpeg", TestFiles.of("image/jpeg"))))
                .expect(200)
                .entry(Communication.class);

        String id = answer.getPayload()
                .get(1)
                .getContentReference()
                .getReferenceElement()
                .getIdPart();
        assertThat(api.as("vc-dalby").get("Binary/" + id).status()).isEqualTo(200);
        assertThat(api.as("vc-dalby")
                        .read(DocumentReference.class, id)
                        .getCustodian()
                        .getReference())
                .isEqualTo("Organization/sus-ortopedi");
        assertThat(api.as("sus-neurologi").get("Binary/" + id).status()).isEqualTo(404);
    }

    @Test
    void theUnitThatARequestIsForwardedToReadsItsFiles() {
        ServiceRequest request = submit(
                        api, DemoRequests.internalMedicine(), document("image/gif", TestFiles.of("image/gif")))
                .expect(200)
                .entry(ServiceRequest.class);
        String binary = "Binary/" + TestFiles.id(request, 0);
        UnitClient next = api.as("trelleborg-akut-internmedicin");
        assertThat(next.get(binary).status()).isEqualTo(404);

        api.as("sus-akut-internmedicin")
                .post(path(request) + "/$triage", DemoRequests.forwardToTrelleborg())
                .expect(200);

        assertThat(next.get(binary).status()).isEqualTo(200);
    }

    @Test
    void theFilesOfAnAnswerComeAlongWithTheReferralThatFollows() {
        ServiceRequest request = submit(api).expect(200).entry(ServiceRequest.class);
        UnitClient orthopaedics = api.as("sus-ortopedi");
        orthopaedics
                .post(path(request) + "/$triage", parameters("decision", new CodeType("accept")))
                .expect(200);

        ServiceRequest referral = orthopaedics
                .post(
                        path(request) + "/$answer",
                        parameters(
                                "kind",
                                new CodeType("final"),
                                "outcome",
                                new CodeType("visit-needed"),
                                "text",
                                "Bör bedömas på mottagning.",
                                "nextStep",
                                "Kallelse kommer.",
                                "patientInformed",
                                true,
                                "attachment",
                                document("text/plain", TestFiles.of("text/plain"))))
                .expect(200)
                .entry(ServiceRequest.class);

        orthopaedics.get("Binary/" + TestFiles.id(referral, 0)).expect(200);
    }

    private static String path(ServiceRequest request) {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }
}
