package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A unit after data that is not its own, by every way there is (ALL-3). */
@SamsparTest
class ForeignUnitTest {

    @Autowired
    SamsparApi api;

    private UnitClient foreign;
    private Patient patient;
    private ServiceRequest request;
    private Task task;
    private String document;

    @BeforeEach
    void dalbySendsARequestToOrthopaedics() {
        foreign = api.as("vc-limhamn");
        patient = TestPatients.next();
        Parameters sent = DemoRequests.submit(DemoRequests.consultation(), patient);
        sent.addParameter().setName("attachment").setResource(attachment());
        HttpAnswer submitted =
                api.as("vc-dalby").post("ServiceRequest/$submit", sent).expect(200);
        request = submitted.entry(ServiceRequest.class);
        task = submitted.entry(Task.class);
        document = request.getSupportingInfoFirstRep().getReferenceElement().getIdPart();
    }

    private static DocumentReference attachment() {
        DocumentReference attachment = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        attachment
                .addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setTitle("Röntgen vid knäsmärta")
                .setData("Artros vid knäsmärta".getBytes(StandardCharsets.UTF_8));
        return attachment;
    }

    private String requestPath() {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
    }

    private String patientPath() {
        return request.getSubject().getReference();
    }

    private String personnummer() {
        return patient.getIdentifierFirstRep().getValue();
    }

    @Test
    void bothUnitsOfTheRequestSeeIt() {
        for (String unit : List.of("vc-dalby", "sus-ortopedi")) {
            assertThat(api.as(unit).get(requestPath()).status()).isEqualTo(200);
            assertThat(api.as(unit).get(patientPath()).status()).isEqualTo(200);
            assertThat(api.as(unit)
                            .get("Task/" + task.getIdElement().getIdPart())
                            .status())
                    .isEqualTo(200);
            assertThat(api.as(unit).get("DocumentReference/" + document).status())
                    .isEqualTo(200);
            assertThat(api.as(unit).get("Binary/" + document).body()).contains("knäsmärta");
        }
    }

    @Test
    void readingAnswersAsIfItWereNotThere() {
        String missing = "ServiceRequest/00000000-0000-0000-0000-000000000000";
        assertThat(foreign.get(requestPath()).status()).isEqualTo(404);
        assertThat(withoutId(foreign.get(requestPath()), requestPath()))
                .isEqualTo(withoutId(foreign.get(missing), missing));
        assertThat(foreign.get(requestPath() + "/_history/1").status()).isEqualTo(404);
        assertThat(foreign.get(requestPath() + "/_history").status()).isEqualTo(404);
        assertThat(foreign.get(patientPath()).status()).isEqualTo(404);
        assertThat(foreign.get("Task/" + task.getIdElement().getIdPart()).status())
                .isEqualTo(404);
        assertThat(foreign.get("DocumentReference/" + document).status()).isEqualTo(404);
        assertThat(foreign.get("DocumentReference/" + document + "/_history").status())
                .isEqualTo(404);
        missing = "Binary/00000000-0000-0000-0000-000000000000";
        assertThat(foreign.get("Binary/" + document).status()).isEqualTo(404);
        assertThat(foreign.send("HEAD", "Binary/" + document, null).status()).isEqualTo(404);
        assertThat(withoutId(foreign.get("Binary/" + document), "Binary/" + document))
                .isEqualTo(withoutId(foreign.get(missing), missing));
    }

    private static String withoutId(HttpAnswer answer, String path) {
        return answer.body().replace(path.substring(path.indexOf('/') + 1), "ID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ServiceRequest?performer=Organization/sus-ortopedi&_id=REQUEST",
                "ServiceRequest?_id=REQUEST&_summary=count",
                "ServiceRequest?_id=REQUEST&_total=accurate",
                "ServiceRequest?_id=REQUEST&_include=*",
                "ServiceRequest?subject=PATIENT",
                "ServiceRequest?subject.identifier=PERSONNUMMER",
                "ServiceRequest?subject:Patient.family=Testsson&_id=REQUEST",
                "Patient?identifier=PERSONNUMMER",
                "Patient?identifier=urn:oid:1.2.752.129.2.1.3.1%7CPERSONNUMMER",
                "Task?focus=ServiceRequest/REQUEST",
                "Task?patient=PATIENT&_summary=count",
                "Task?owner=Organization/sus-ortopedi&requester=Organization/vc-dalby",
                "Patient?_id=PATIENT&_revinclude=ServiceRequest:subject",
                "DocumentReference?_id=DOCUMENT",
                "DocumentReference?patient=PATIENT&_summary=count",
                "DocumentReference?related=ServiceRequest/REQUEST",
                "DocumentReference?location=Binary/DOCUMENT",
                "DocumentReference?subject.identifier=PERSONNUMMER&contenttype=text/plain"
            })
    void searchingFindsNothing(String search) {
        Bundle found = foreign.get(fill(search)).expect(200).resource(Bundle.class);

        assertThat(found.getEntry()).isEmpty();
        assertThat(found.getTotal()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Organization?_has:ServiceRequest:performer:_id=REQUEST",
                "Patient?_has:Task:patient:owner=Organization/sus-ortopedi",
                "Patient?_security=https://samspar.example/fhir/access%7Csus-ortopedi",
                "Patient?_filter=identifier%20eq%20%22PERSONNUMMER%22",
                "Patient?_text=Testsson",
                "Patient?_content=Testsson",
                "Task?focus.subject.identifier=PERSONNUMMER",
                "Task?focus:ServiceRequest.performer=Organization/sus-ortopedi",
                "ServiceRequest?based-on.performer=Organization/sus-ortopedi",
                "ServiceRequest?subject._id=PATIENT",
                "ServiceRequest?subject._has:Task:patient:owner=Organization/sus-ortopedi",
                "Task?_sort=patient.family",
                "DocumentReference?related.performer=Organization/sus-ortopedi",
                "Patient?_has:DocumentReference:patient:_id=DOCUMENT"
            })
    void searchFeaturesThatAskAboutOthersAreRefused(String search) {
        assertThat(foreign.get(fill(search)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Patient/PATIENT/$everything",
                "ServiceRequest/REQUEST/$meta",
                "ServiceRequest/$meta",
                "$meta",
                "_history",
                "ServiceRequest/_history",
                "Binary?_id=DOCUMENT",
                "Binary/DOCUMENT/_history",
                "Binary/DOCUMENT/$binary-access-read",
                "DocumentReference/DOCUMENT/$docref",
                "$get-resource-counts",
                "$export"
            })
    void whatIsNotOfferedIsRefused(String path) {
        assertThat(foreign.get(fill(path)).status()).isIn(400, 404, 405);
    }

    @Test
    void directoryResourcesBringNothingAlong() {
        Bundle found = foreign.get("Organization?_id=sus-ortopedi&_revinclude=ServiceRequest:performer"
                        + "&_revinclude=Task:owner&_count=200")
                .expect(200)
                .resource(Bundle.class);

        assertThat(found.getEntry().stream()
                        .map(entry -> entry.getResource().getIdElement().getIdPart()))
                .contains("sus-ortopedi")
                .doesNotContain(
                        request.getIdElement().getIdPart(), task.getIdElement().getIdPart());
    }

    @Test
    void batchesAndTransactionsReadNothing() {
        for (BundleType type : List.of(BundleType.BATCH, BundleType.TRANSACTION)) {
            for (String url : List.of(
                    requestPath(),
                    patientPath(),
                    "Patient?identifier=" + personnummer(),
                    "DocumentReference/" + document,
                    "ServiceRequest?_id=REQUEST")) {
                Bundle read = bundle(type, HTTPVerb.GET, fill(url));

                assertThat(foreign.post("", read).body())
                        .doesNotContain("Testsson")
                        .doesNotContain("knäsmärta");
                assertThat(api.as("vc-dalby").post("", read).expect(200).body()).containsAnyOf("Testsson", "knäsmärta");
            }
        }
    }

    private String fill(String template) {
        return Stream.of(
                        new String[] {"DOCUMENT", document},
                        new String[] {"REQUEST", request.getIdElement().getIdPart()},
                        new String[] {"PATIENT", new IdType(patientPath()).getIdPart()},
                        new String[] {"PERSONNUMMER", personnummer()})
                .reduce(template, (text, pair) -> text.replace(pair[0], pair[1]), String::concat);
    }

    private static Bundle bundle(BundleType type, HTTPVerb method, String url) {
        Bundle bundle = new Bundle().setType(type);
        bundle.addEntry().getRequest().setMethod(method).setUrl(url);
        return bundle;
    }
}
