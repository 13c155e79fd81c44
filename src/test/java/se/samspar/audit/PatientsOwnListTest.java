package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** A patient sees which units have read about them, when and why, and nothing of what is the units'. */
@SamsparTest
class PatientsOwnListTest {

    private static final String SCOPE = "patient/AuditEvent.rs";

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private ServiceRequest request;
    private UnitClient patient;

    @BeforeEach
    void theClinicHasRead() {
        request = LoggedAccesses.submitted(api);
        api.as("sus-ortopedi").get(LoggedAccesses.path(request)).expect(200);
        api.as("vc-limhamn").get(LoggedAccesses.path(request)).expect(404);
        patient = api.asPatient(id(), SCOPE);
    }

    private String id() {
        return LoggedAccesses.patient(request);
    }

    @Test
    void everyUnitThatReadOrWroteIsThereWithoutWhoWorksThere() {
        HttpAnswer answer = patient.get("AuditEvent").expect(200);

        List<AuditEvent> events = answer.entries(AuditEvent.class);
        assertThat(events)
                .extracting(event -> event.getAgent().get(0).getWho().getReference() + " "
                        + event.getSubtypeFirstRep().getCode())
                .containsExactly("Organization/sus-ortopedi read", "Organization/vc-dalby operation");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.getRecorded()).isNotNull();
            assertThat(event.getPurposeOfEventFirstRep().getCodingFirstRep().getCode())
                    .isEqualTo("TREAT");
            assertThat(event.getAgent()).hasSize(2);
            assertThat(event.getAgent().get(0).getWho().getDisplay()).isNotBlank();
            assertThat(event.getAgent().get(1).getWho().getIdentifier().getValue())
                    .isEqualTo("SE2321000255-DEMO-REGION-SKANE");
            assertThat(event.getEntity())
                    .singleElement()
                    .extracting(entity -> entity.getWhat().getReference())
                    .isEqualTo("Patient/" + id());
        });
        assertThat(answer.body()).doesNotContain("ANSTALLD", "ServiceRequest", "127.0.0.1");
    }

    @Test
    void ofASearchThatFoundOthersTooOnlyOneselfIsTold() {
        ServiceRequest other = LoggedAccesses.submitted(api);
        api.as("sus-ortopedi")
                .get("ServiceRequest?_id=" + request.getIdElement().getIdPart() + ","
                        + other.getIdElement().getIdPart())
                .expect(200);

        HttpAnswer answer = patient.get("AuditEvent?patient=Patient/" + id()).expect(200);

        assertThat(answer.entries(AuditEvent.class)).hasSize(3);
        assertThat(answer.body()).doesNotContain(LoggedAccesses.patient(other));
    }

    @Test
    void aPatientReadsNobodyElsesList() {
        ServiceRequest other = LoggedAccesses.submitted(api);
        String event = api.asPatient(LoggedAccesses.patient(other), SCOPE)
                .get("AuditEvent")
                .expect(200)
                .entry(AuditEvent.class)
                .getIdElement()
                .getIdPart();

        patient.get("AuditEvent?patient=Patient/" + LoggedAccesses.patient(other))
                .refused(403);
        patient.get("AuditEvent/" + event).refused(404);
        patient.get("AuditEvent?agent=SE2321000255-DEMO-SUS-ORTOPEDI-ANSTALLD").refused(403);
    }

    @Test
    void nothingOfUnitsIsOpenWhateverTheScopes() {
        UnitClient greedy = api.asPatient(
                id(),
                "patient/*.cruds system/*.cruds user/*.cruds samspar/admin samspar/population samspar/log-review");
        for (String path : List.of(
                "Patient/" + id() + "/_history",
                LoggedAccesses.path(request) + "/_history",
                LoggedAccesses.path(request) + "/$milestones",
                "Task",
                "Organization",
                "Organization/vc-dalby",
                "Slot",
                "HealthcareService/$find-tracks?track=elektiv-remiss",
                "Binary/x")) {
            assertThat(greedy.get(path).refused(403).body()).as(path).doesNotContain("Testsson");
        }
        RelatedPerson relative = new RelatedPerson().setPatient(new Reference("Patient/" + id()));
        greedy.post("RelatedPerson", relative).refused(403);
        greedy.post("AuditEvent", new AuditEvent()).refused(400);
        greedy.post(LoggedAccesses.path(request) + "/$receive", new Parameters())
                .refused(403);
        for (BundleType type : List.of(BundleType.BATCH, BundleType.TRANSACTION)) {
            Bundle bundle = new Bundle().setType(type);
            bundle.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Patient/" + id());
            greedy.post("", bundle).refused(403);
        }
        greedy.get("AuditEvent").expect(200);
    }

    @Test
    void withoutTheScopeOrWithAUnitItIsNoPatientsToken() {
        api.asPatient(id(), "patient/Patient.rs").get("AuditEvent").refused(403);
        api.asPatient(id(), "user/AuditEvent.rs").get("AuditEvent").refused(403);
        UnitClient unit = api.withClaims(
                "sus-ortopedi",
                "user/*.rs patient/AuditEvent.rs",
                Map.of("employeeHsaId", "x", "patient", id(), "careUnitHsaId", "SE2321000255-DEMO-SUS-ORTOPEDI"));
        unit.get("AuditEvent").refused(403);
        unit.get(LoggedAccesses.path(request)).expect(200);
    }

    /** In the log, not in the list that they read themselves, which is of others. */
    @Test
    void whatPatientsReadOfTheirOwnIsLoggedAsTheirs() {
        UnitClient reader = api.asPatient(id(), "patient/*.rs");
        for (String path : List.of(
                "Patient/" + id(),
                LoggedAccesses.path(request),
                "ServiceRequest?_count=5",
                "Patient/" + id() + "/$next-steps")) {
            Access access = new LoggedAccesses(jdbc).only(reader.get(path).expect(200));
            assertThat(access.patient()).as(path).isEqualTo(id());
            assertThat(access.patients()).as(path).containsExactly(id());
            assertThat(access.unit()).isNull();
            assertThat(access.client()).isEqualTo("app");
            assertThat(access.resources()).as(path).isNotEmpty();
        }
        Access refused = new LoggedAccesses(jdbc).only(reader.get("Task").refused(403));
        assertThat(refused.patient()).isEqualTo(id());
        assertThat(patient.get("AuditEvent").expect(200).entries(AuditEvent.class))
                .hasSize(2);
    }

    @Test
    void theDemoPatientHasATokenOfTheirOwn() {
        api.as("patient-191212121212").get("AuditEvent?_count=1").expect(200);
        api.as("patient-191212121212").get("Patient/tolvan-tolvansson").expect(200);
        api.as("patient-191212121212")
                .get("Patient/tolvan-tolvansson/$next-steps")
                .expect(200);
    }
}
