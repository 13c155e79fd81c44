package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.hl7.fhir.r4.model.AuditEvent;
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

/** What was refused leaves a row too, whoever refuses it. */
@SamsparTest
class RefusalsAreLoggedTest {

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

    private Access refused(HttpAnswer answer, int status) {
        Access access = logged.only(answer.expect(status));
        assertThat(access.status()).isEqualTo(status);
        return access;
    }

    @Test
    void withoutATokenNobodyIsKnown() {
        Access access = refused(api.asNobody().get(LoggedAccesses.path(request)), 401);

        assertThat(access.client()).isNull();
        assertThat(access.interaction()).isEqualTo("read");
        assertThat(access.resources()).containsExactly(LoggedAccesses.path(request));
        assertThat(refused(api.withToken("x.y.z").get("Patient"), 401).interaction())
                .isEqualTo("search-type");
    }

    @Test
    void aUnitThatTheDirectoryDoesNotHaveIsNamedAsItsTokenNamesIt() {
        Access access = refused(api.asSystemOf("okand-enhet", "system/*.cruds").get("Patient"), 403);

        assertThat(access.client()).isEqualTo("okand-enhet");
        assertThat(access.unit()).isNull();
        assertThat(access.unitHsaId()).isEqualTo("SE2321000255-DEMO-OKAND-ENHET");
    }

    @Test
    void aMissingScope() {
        refused(api.as("vc-dalby", "system/Task.rs").get("ServiceRequest"), 403);
    }

    @Test
    void anotherUnitsAttemptSaysWhomItWasAbout() {
        Access access = refused(api.as("vc-limhamn").get(LoggedAccesses.path(request)), 404);

        assertThat(access.unit()).isEqualTo("vc-limhamn");
        assertThat(access.patients()).containsExactly(LoggedAccesses.patient(request));
    }

    @Test
    void whatIsRefusedBeforeItIsRead() {
        refused(healthCentre.post("RelatedPerson", "x".repeat(6_000_000)), 413);
        refused(healthCentre.post("RelatedPerson", "x", "Content-Type: text/csv"), 415);
        refused(healthCentre.post("RelatedPerson", "{}", "Content-Encoding: gzip"), 415);
        refused(healthCentre.get("Task?_count=%00"), 400);
        refused(healthCentre.delete(LoggedAccesses.path(request)), 405);
    }

    @Test
    void aVersionThatIsNotTheCurrentOne() {
        RelatedPerson relative = new RelatedPerson().setPatient(request.getSubject());
        relative.addName().setText("Anhörig");
        String id = healthCentre
                .post("RelatedPerson", relative)
                .expect(201)
                .resource(RelatedPerson.class)
                .getIdElement()
                .getIdPart();
        relative.setId(id);
        relative.getNameFirstRep().setText("Granne");

        Access access = refused(healthCentre.put("RelatedPerson/" + id, relative, "If-Match: W/\"7\""), 412);

        assertThat(access.interaction()).isEqualTo("update");
        assertThat(access.patients()).containsExactly(LoggedAccesses.patient(request));
    }

    @Test
    void tooManyQuestions() {
        UnitClient curious = api.as("vc-tabelund");
        String person = "Patient?identifier=http://electronichealth.se/identifier/personnummer%7C";
        HttpAnswer answer = curious.get(person + String.join(",", Collections.nCopies(4, "191212121212")));

        assertThat(refused(answer, 429).request()).contains("191212121212");
    }

    @Test
    void anAuditEventIsWrittenByTheServerOnly() {
        for (UnitClient client : List.of(healthCentre, api.asAdmin(), api.as("logg-vc-dalby"))) {
            refused(client.post("AuditEvent", new AuditEvent()), 400);
        }
    }
}
