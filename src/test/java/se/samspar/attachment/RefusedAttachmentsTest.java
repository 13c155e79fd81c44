package se.samspar.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.attachment.TestFiles.document;
import static se.samspar.attachment.TestFiles.submit;
import static se.samspar.attachment.TestFiles.text;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.attachment.file.StoredFiles;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** A file that is not what it says, or too large, is not taken, and nothing of what is refused stays (OVP-15). */
@SamsparTest
class RefusedAttachmentsTest {

    private static final byte[] PROGRAM = text("MZ\u0090\u0000\u0003\u0000\u0000\u0000 This program cannot be run");

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate database;

    static Stream<Arguments> wrong() {
        byte[] html = TestFiles.of("text/html");
        return Stream.of(
                Arguments.of("html named png", "image/png", html),
                Arguments.of("html named txt", "text/plain", html),
                Arguments.of("txt named html", "text/html", TestFiles.of("text/plain")),
                Arguments.of("svg named html", "text/html", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("a program named pdf", "application/pdf", PROGRAM),
                Arguments.of("a program named txt", "text/plain", PROGRAM),
                Arguments.of("png named jpeg", "image/jpeg", TestFiles.of("image/png")),
                Arguments.of("Latin-1 said to be UTF-8", "text/plain", "Åäö".getBytes(StandardCharsets.ISO_8859_1)),
                Arguments.of("an unknown charset", "text/plain; charset=klingon", text("x")),
                Arguments.of("a type that is not accepted", "application/zip", text("PK\u0003\u0004")),
                Arguments.of("svg", "image/svg+xml", text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
                Arguments.of("no type at all", "inget", text("x")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void whatIsNotAcceptedOrNotWhatItSaysIsRefused(String name, String contentType, byte[] content) {
        HttpAnswer answer = submit(api, document(contentType, content));

        assertThat(answer.expect(422).ruleCodes()).containsOnly("attachment-accepted");
    }

    @Test
    void textInAnotherCharsetIsTakenWhenItSaysSo() {
        submit(api, document("text/plain; charset=ISO-8859-1", "Åäö".getBytes(StandardCharsets.ISO_8859_1)))
                .expect(200);
    }

    @Test
    void aDocumentWithoutItsFileOrWithAnAddressInsteadIsRefused() {
        DocumentReference empty = document("application/pdf", null);
        DocumentReference elsewhere = document("application/pdf", TestFiles.of("application/pdf"));
        elsewhere.getContentFirstRep().getAttachment().setUrl("https://annan.example/fil.pdf");

        assertThat(submit(api, empty).expect(422).ruleCodes()).contains("attachment-accepted");
        assertThat(submit(api, elsewhere).expect(422).ruleCodes()).contains("attachment-accepted");
    }

    @Test
    void aFileThatWasDamagedOnItsWayIsRefused() {
        DocumentReference damaged = document("application/pdf", TestFiles.of("application/pdf"));
        damaged.getContentFirstRep().getAttachment().setHash(StoredFiles.digest("SHA-1", PROGRAM));

        assertThat(submit(api, damaged).expect(422).ruleCodes()).contains("attachment-accepted");
    }

    @Test
    void filesOverTenMegabytesAreRefusedAloneAndTogether() {
        byte[] tooLarge = TestFiles.pdf(10 * TestFiles.MEGABYTE + 1);
        byte[] half = TestFiles.pdf(5 * TestFiles.MEGABYTE + 1);

        assertThat(submit(api, document("application/pdf", tooLarge))
                        .expect(422)
                        .ruleCodes())
                .contains("attachment-accepted");
        assertThat(submit(api, document("application/pdf", half), document("application/pdf", half))
                        .expect(422)
                        .ruleCodes())
                .contains("attachment-accepted");
        submit(api, document("application/pdf", TestFiles.pdf(12 * TestFiles.MEGABYTE)))
                .expect(413);
    }

    @Test
    void aFileAboutAnotherPatientIsRefused() {
        ServiceRequest request = submit(api).expect(200).entry(ServiceRequest.class);
        ServiceRequest other = submit(api).expect(200).entry(ServiceRequest.class);
        DocumentReference mistaken = document("text/plain", TestFiles.of("text/plain"));
        mistaken.setSubject(other.getSubject());

        assertThat(submit(api, mistaken).status()).isEqualTo(422);

        mistaken.getContext()
                .addRelated(
                        new Reference("ServiceRequest/" + request.getIdElement().getIdPart()));
        assertThat(api.as("vc-dalby")
                        .post("DocumentReference", mistaken)
                        .expect(422)
                        .ruleCodes())
                .contains("attachment-about-patient");
    }

    @Test
    void aUnitAttachesInItsOwnNameAndToWhatItSeesOnly() {
        ServiceRequest request = submit(api).expect(200).entry(ServiceRequest.class);
        ServiceRequest foreign = submit(api).expect(200).entry(ServiceRequest.class);
        byte[] file = TestFiles.of("text/plain");
        DocumentReference document = document("text/plain", file);
        document.setSubject(request.getSubject()).setCustodian(new Reference("Organization/sus-ortopedi"));

        assertThat(api.as("vc-dalby").post("DocumentReference", document).status())
                .isEqualTo(403);

        document.setCustodian(null);
        document.getContext()
                .addRelated(
                        new Reference("ServiceRequest/" + foreign.getIdElement().getIdPart()));
        assertThat(api.as("vc-limhamn")
                        .post("DocumentReference", document)
                        .expect(422)
                        .ruleCodes())
                .contains("reference-known");
        assertThat(stored(file)).isZero();
    }

    @Test
    void nothingIsLeftOfAFileWhoseRequestIsRefused() {
        byte[] file = TestFiles.of("application/pdf");
        ServiceRequest withoutQuestion = DemoRequests.consultation();
        withoutQuestion.setReasonCode(null);

        assertThat(submit(api, withoutQuestion, document("application/pdf", file))
                        .expect(422)
                        .ruleCodes())
                .contains("question-present");
        assertThat(stored(file)).isZero();

        submit(api, document("application/pdf", file)).expect(200);
        assertThat(stored(file)).isEqualTo(1);
    }

    @Test
    void nothingIsLeftOfARehearsal() {
        byte[] file = TestFiles.of("application/pdf");
        DocumentReference document = document("application/pdf", file);
        document.setSubject(submit(api).expect(200).entry(ServiceRequest.class).getSubject());

        api.as("vc-dalby")
                .post("DocumentReference/$validate", DemoRequests.parameters("resource", document, "mode", "create"))
                .expect(200);

        assertThat(stored(file)).isZero();
    }

    @Test
    void aRepeatedRequestAttachesItsFileOnce() {
        byte[] file = TestFiles.of("image/png");
        Parameters sent = DemoRequests.submit(DemoRequests.consultation(), TestPatients.next());
        sent.addParameter().setName("attachment").setResource(document("image/png", file));
        String key = "Idempotency-Key: " + HexFormat.of().formatHex(StoredFiles.digest("SHA-1", file));

        String first = api.as("vc-dalby")
                .post("ServiceRequest/$submit", sent, key)
                .expect(200)
                .entry(ServiceRequest.class)
                .getId();
        String second = api.as("vc-dalby")
                .post("ServiceRequest/$submit", sent, key)
                .expect(200)
                .entry(ServiceRequest.class)
                .getId();

        assertThat(second).isEqualTo(first);
        assertThat(stored(file)).isEqualTo(1);
    }

    @Test
    void aLargeFileInXmlIsTakenToo() {
        byte[] file = Arrays.copyOf(TestFiles.of("application/pdf"), 2 * TestFiles.MEGABYTE);
        Parameters sent = DemoRequests.submit(DemoRequests.consultation(), TestPatients.next());
        sent.addParameter().setName("attachment").setResource(document("application/pdf", file));

        api.as("vc-dalby")
                .post(
                        "ServiceRequest/$submit",
                        FhirContext.forR4Cached().newXmlParser().encodeToString(sent),
                        "Content-Type: application/fhir+xml")
                .expect(200);
        assertThat(stored(file)).isEqualTo(1);
    }

    private int stored(byte[] file) {
        return database.queryForObject(
                "SELECT count(*) FROM attachment WHERE sha256 = ?",
                Integer.class,
                HexFormat.of().formatHex(StoredFiles.digest("SHA-256", file)));
    }
}
