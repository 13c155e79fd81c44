package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Whoever changes something leaves a row with all that was written, and whoever is refused one of the refusal. */
@SamsparTest
class ChangesAreLoggedTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private LoggedAccesses logged;
    private ServiceRequest request;
    private UnitClient healthCentre;

    @BeforeEach
    void submit() {
        logged = new LoggedAccesses(jdbc);
        request = LoggedAccesses.submitted(api);
        healthCentre = api.as("vc-dalby");
    }

    private String patient() {
        return LoggedAccesses.patient(request);
    }

    private RelatedPerson relative() {
        RelatedPerson relative = new RelatedPerson().setPatient(new Reference("Patient/" + patient()));
        relative.addName().setText("Anhörig");
        return relative;
    }

    @Test
    void anOperationNamesAllThatItHasWritten() {
        HttpAnswer answer = healthCentre
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200);
        ServiceRequest submitted = answer.entry(ServiceRequest.class);

        Access access = logged.only(answer);
        assertThat(access.interaction()).isEqualTo("operation");
        assertThat(access.request()).isEqualTo("POST ServiceRequest/$submit");
        assertThat(access.status()).isEqualTo(200);
        assertThat(access.patients()).containsExactly(LoggedAccesses.patient(submitted));
        assertThat(access.resources())
                .contains(
                        LoggedAccesses.path(submitted) + "/_history/1",
                        "Task/" + answer.entry(Task.class).getIdElement().getIdPart() + "/_history/1",
                        "Patient/" + LoggedAccesses.patient(submitted) + "/_history/1");
    }

    @Test
    void createUpdateAndPatchByPlainRest() {
        HttpAnswer created = healthCentre.post("RelatedPerson", relative()).expect(201);
        String id = created.resource(RelatedPerson.class).getIdElement().getIdPart();
        Access creation = logged.only(created);
        assertThat(creation.interaction()).isEqualTo("create");
        assertThat(creation.status()).isEqualTo(201);
        assertThat(creation.patients()).containsExactly(patient());
        assertThat(creation.resources()).containsExactly("RelatedPerson/" + id + "/_history/1");

        RelatedPerson renamed = relative();
        renamed.setId(id);
        renamed.getNameFirstRep().setText("Granne");
        Access update =
                logged.only(healthCentre.put("RelatedPerson/" + id, renamed).expect(200));
        assertThat(update.interaction()).isEqualTo("update");
        assertThat(update.status()).isEqualTo(200);
        assertThat(update.resources()).containsExactly("RelatedPerson/" + id + "/_history/2");

        Access patch = logged.only(healthCentre
                .patch("RelatedPerson/" + id, "[{\"op\":\"replace\",\"path\":\"/name/0/text\",\"value\":\"Syster\"}]")
                .expect(200));
        assertThat(patch.interaction()).isEqualTo("patch");
        assertThat(patch.resources()).containsExactly("RelatedPerson/" + id + "/_history/3");
    }

    @Test
    void aTransactionLeavesOneRowWithItsEntries() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        entry(bundle, HTTPVerb.POST, "RelatedPerson").setResource(relative());
        entry(bundle, HTTPVerb.POST, "RelatedPerson").setResource(relative());

        Access access = logged.only(healthCentre.post("", bundle).expect(200));

        assertThat(access.interaction()).isEqualTo("transaction");
        assertThat(access.entries()).containsExactly("POST RelatedPerson", "POST RelatedPerson");
        assertThat(access.resources()).hasSize(2).allMatch(resource -> resource.startsWith("RelatedPerson/"));
        assertThat(access.patients()).containsExactly(patient());
    }

    @Test
    void whatATransactionReadsIsLoggedToo() {
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        entry(bundle, HTTPVerb.POST, "RelatedPerson").setResource(relative());
        entry(bundle, HTTPVerb.GET, LoggedAccesses.path(request));

        List<Access> rows = logged.of(healthCentre.post("", bundle).expect(200));

        assertThat(rows)
                .hasSize(2)
                .flatExtracting(Access::resources)
                .contains(LoggedAccesses.path(request) + "/_history/1");
    }

    @Test
    void aBatchLeavesARowForEachChangeAndOneForTheWhole() {
        Bundle bundle = new Bundle().setType(BundleType.BATCH);
        entry(bundle, HTTPVerb.POST, "RelatedPerson").setResource(relative());
        entry(bundle, HTTPVerb.GET, LoggedAccesses.path(request));
        entry(bundle, HTTPVerb.GET, "Task?patient=Patient/" + patient());
        entry(bundle, HTTPVerb.POST, "RelatedPerson").setResource(new RelatedPerson());

        List<Access> rows = logged.of(healthCentre.post("", bundle).expect(200));

        assertThat(rows).hasSize(2).allMatch(access -> access.interaction().equals("batch"));
        Access whole = rows.stream()
                .filter(access -> !access.entries().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(whole.entries())
                .hasSize(4)
                .anyMatch(entry -> entry.startsWith("GET " + LoggedAccesses.path(request) + " 200"))
                .anyMatch(entry -> entry.startsWith("GET Task?patient=Patient/" + patient() + " 200"))
                .anyMatch(entry -> entry.startsWith("POST RelatedPerson 400"));
        assertThat(whole.patients()).containsExactly(patient());
        assertThat(whole.resources())
                .contains(LoggedAccesses.path(request) + "/_history/1")
                .anyMatch(resource -> resource.startsWith("Task/"));
    }

    @Test
    void aRefusedChangeSaysWhomItWasAboutAndThatItWasRefused() {
        RelatedPerson wrong = relative();
        wrong.addIdentifier()
                .setSystem("http://electronichealth.se/identifier/personnummer")
                .setValue("191212121213");

        Access access = logged.only(healthCentre.post("RelatedPerson", wrong).expect(422));

        assertThat(access.status()).isEqualTo(422);
        assertThat(access.patients()).containsExactly(patient());
        assertThat(access.resources()).isEmpty();
    }

    @Test
    void aRehearsalChangesNothingAndIsAnOperation() {
        Access access = logged.only(healthCentre
                .post("RelatedPerson/$validate?mode=create", relative())
                .expect(200));

        assertThat(access.interaction()).isEqualTo("operation");
        assertThat(access.request()).contains("$validate");
        assertThat(access.resources()).isEmpty();
    }

    @Test
    void aRepeatedRequestIsLoggedAgain() {
        Patient someone = TestPatients.next();
        Parameters sent = DemoRequests.submit(DemoRequests.consultation(), someone);
        String key = "Idempotency-Key: " + someone.getIdentifierFirstRep().getValue();

        HttpAnswer first =
                healthCentre.post("ServiceRequest/$submit", sent, key).expect(200);
        HttpAnswer again =
                healthCentre.post("ServiceRequest/$submit", sent, key).expect(200);

        String patient = LoggedAccesses.patient(first.entry(ServiceRequest.class));
        assertThat(logged.only(first).patients()).containsExactly(patient);
        assertThat(logged.only(again).patients()).containsExactly(patient);
    }

    private static Bundle.BundleEntryComponent entry(Bundle bundle, HTTPVerb method, String url) {
        Bundle.BundleEntryComponent entry = bundle.addEntry();
        entry.getRequest().setMethod(method).setUrl(url);
        return entry;
    }
}
