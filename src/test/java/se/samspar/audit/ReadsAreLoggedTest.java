package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Whoever reads something leaves a row that says who, what, about whom and why. */
@SamsparTest
class ReadsAreLoggedTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private LoggedAccesses logged;
    private ServiceRequest request;
    private UnitClient clinic;

    @BeforeEach
    void submit() {
        logged = new LoggedAccesses(jdbc);
        request = LoggedAccesses.submitted(api);
        clinic = api.as("sus-ortopedi");
    }

    private String path() {
        return LoggedAccesses.path(request);
    }

    private String patient() {
        return LoggedAccesses.patient(request);
    }

    @Test
    void aReadSaysWhoAndWhat() {
        HttpAnswer answer = clinic.get(path() + "?_pretty=true").expect(200);

        Access access = logged.only(answer);
        assertThat(access.client()).isEqualTo("sus-ortopedi");
        assertThat(access.employeeHsaId()).isEqualTo("SE2321000255-DEMO-SUS-ORTOPEDI-ANSTALLD");
        assertThat(access.unit()).isEqualTo("sus-ortopedi");
        assertThat(access.unitHsaId()).isEqualTo("SE2321000255-DEMO-SUS-ORTOPEDI");
        assertThat(access.careProviderHsaId()).isEqualTo("SE2321000255-DEMO-REGION-SKANE");
        assertThat(access.patient()).isNull();
        assertThat(access.purpose()).isEqualTo("TREAT");
        assertThat(access.accessReason()).isNull();
        assertThat(access.remoteAddress()).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
        assertThat(access.interaction()).isEqualTo("read");
        assertThat(access.request()).isEqualTo("GET " + path() + "?_pretty=true");
        assertThat(access.status()).isEqualTo(200);
        assertThat(access.patients()).containsExactly(patient());
        assertThat(access.resources()).containsExactly(path() + "/_history/1");
        assertThat(access.entries()).isEmpty();
    }

    @Test
    void versionsAndHeadersAreReadsToo() {
        assertThat(logged.only(clinic.get(path() + "/_history/1").expect(200)))
                .matches(access -> access.interaction().equals("vread"))
                .matches(access -> access.patients().equals(List.of(patient())));
        assertThat(logged.only(clinic.get(path() + "/_history").expect(200)))
                .matches(access -> access.interaction().equals("history-instance"))
                .matches(access -> access.resources().contains(path() + "/_history/1"));
        assertThat(logged.only(clinic.send("HEAD", path(), null).expect(200)).patients())
                .containsExactly(patient());
        assertThat(logged.only(clinic.get(path(), "If-None-Match: W/\"1\"").expect(304))
                        .patients())
                .containsExactly(patient());
    }

    @Test
    void aSearchIsAboutEveryPatientThatItAnswersWith() {
        ServiceRequest other = LoggedAccesses.submitted(api);
        String ids =
                request.getIdElement().getIdPart() + "," + other.getIdElement().getIdPart();

        Access access = logged.only(clinic.get("ServiceRequest?_id=" + ids).expect(200));

        assertThat(access.interaction()).isEqualTo("search-type");
        assertThat(access.request()).isEqualTo("GET ServiceRequest?_id=" + ids);
        assertThat(access.patients()).containsExactlyInAnyOrder(patient(), LoggedAccesses.patient(other));
        assertThat(access.resources()).hasSize(2).contains(path() + "/_history/1");
    }

    @Test
    void aCountByIdentityNumberIsAboutWhoeverHasIt() {
        String number =
                clinic.read(Patient.class, patient()).getIdentifierFirstRep().getValue();
        for (String search : List.of(
                "Patient?identifier=" + IdentifierSystems.PERSONNUMMER + "%7C" + number + "&_summary=count",
                "ServiceRequest?patient.identifier=" + number + "&_count=0",
                "Patient?identifier=" + number + "&_elements=id")) {
            assertThat(logged.only(clinic.get(search).expect(200)).patients())
                    .as(search)
                    .containsExactly(patient());
        }
        String nobody = "Patient?identifier=" + TestPatients.nextNumber() + "&_summary=count";
        assertThat(logged.only(clinic.get(nobody).expect(200)).patients()).isEmpty();
    }

    @Test
    void whatIsIncludedIsReadAsWell() {
        Access access = logged.only(clinic.get(
                        "ServiceRequest?_id=" + request.getIdElement().getIdPart() + "&_include=ServiceRequest:patient")
                .expect(200));

        assertThat(access.resources())
                .hasSize(2)
                .anyMatch(resource -> resource.startsWith("Patient/" + patient() + "/_history/"));
    }

    @Test
    void aFurtherPageIsAReadOfItsOwn() {
        LoggedAccesses.submitted(api);
        Bundle first = clinic.get("ServiceRequest?performer=Organization/sus-ortopedi&_count=1&_sort=-_lastUpdated")
                .expect(200)
                .resource(Bundle.class);

        HttpAnswer second = clinic.get(first.getLink("next").getUrl().replaceFirst(".*/fhir/?", ""))
                .expect(200);

        Access access = logged.only(second);
        assertThat(access.interaction()).isEqualTo("search-type");
        assertThat(access.request()).contains("_getpages=");
        assertThat(access.resources()).hasSize(1);
        assertThat(access.patients()).containsExactly(LoggedAccesses.patient(second.entry(ServiceRequest.class)));
    }

    @Test
    void aPostedSearchIsLoggedWithItsParameters() {
        Access access = logged.only(clinic.send(
                        "POST",
                        "Task/_search",
                        "patient=Patient/" + patient(),
                        "Content-Type: application/x-www-form-urlencoded")
                .expect(200));

        assertThat(access.interaction()).isEqualTo("search-type");
        assertThat(access.request()).isEqualTo("POST Task/_search?patient=Patient%2F" + patient());
        assertThat(access.patients()).containsExactly(patient());
    }

    @Test
    void thatNothingWasFoundTellsSomethingToo() {
        Access access = logged.only(
                clinic.get("Encounter?patient=" + patient() + "&_summary=count").expect(200));

        assertThat(access.patients()).containsExactly(patient());
        assertThat(access.resources()).isEmpty();
    }

    @Test
    void aFileIsAboutThePatientOfItsDocument() {
        DocumentReference document = new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT);
        document.addContent()
                .getAttachment()
                .setContentType("text/plain")
                .setData("Slätröntgen visar artros.".getBytes(StandardCharsets.UTF_8));
        Parameters sent = DemoRequests.submit(DemoRequests.consultation(), TestPatients.next());
        sent.addParameter().setName("attachment").setResource(document);
        ServiceRequest withFile = api.as("vc-dalby")
                .post("ServiceRequest/$submit", sent)
                .expect(200)
                .entry(ServiceRequest.class);
        String id = withFile.getSupportingInfoFirstRep().getReferenceElement().getIdPart();

        Access access = logged.only(clinic.get("Binary/" + id).expect(200));

        assertThat(access.resources()).containsExactly("Binary/" + id);
        assertThat(access.patients()).containsExactly(LoggedAccesses.patient(withFile));
        assertThat(logged.only(clinic.send("HEAD", "Binary/" + id, null).expect(200))
                        .patients())
                .containsExactly(LoggedAccesses.patient(withFile));
    }

    @Test
    void anOperationIsAboutThePatientOfItsInstance() {
        Access access = logged.only(clinic.get(path() + "/$milestones").expect(200));

        assertThat(access.interaction()).isEqualTo("operation");
        assertThat(access.request()).isEqualTo("GET " + path() + "/$milestones");
        assertThat(access.patients()).containsExactly(patient());
        assertThat(access.resources()).containsExactly(path());
    }

    @Test
    void whoReadsWhatIsOfNobodysCareLeavesARowWithoutPatients() {
        assertThat(logged.only(clinic.get("Organization/vc-dalby").expect(200)).patients())
                .isEmpty();
        assertThat(logged.of(api.asNobody().get("metadata").expect(200))).isEmpty();
        assertThat(logged.of(clinic.get("StructureDefinition/patient").expect(200)))
                .isEmpty();
    }
}
