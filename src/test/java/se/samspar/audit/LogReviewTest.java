package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.Profiles;
import se.samspar.support.HttpAnswer;
import se.samspar.support.ProfileValidator;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** The reviewer of a unit sees what its own staff has done, and nobody else sees anything. */
@SamsparTest
class LogReviewTest {

    private static final String EMPLOYEE = "SE2321000255-DEMO-SUS-ORTOPEDI-ANSTALLD";

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private ServiceRequest request;
    private UnitClient clinic;
    private UnitClient reviewer;

    @BeforeEach
    void theClinicHasReadARequest() {
        request = LoggedAccesses.submitted(api);
        clinic = api.as("sus-ortopedi");
        reviewer = api.as("logg-sus-ortopedi");
        clinic.get(LoggedAccesses.path(request)).expect(200);
    }

    private String ofPatient() {
        return "AuditEvent?patient=Patient/" + LoggedAccesses.patient(request);
    }

    private List<AuditEvent> found(String search) {
        return reviewer.get(search).expect(200).entries(AuditEvent.class);
    }

    @Test
    void whatOwnStaffReadIsThereInTheShapeOfTheProfile() throws IOException {
        List<AuditEvent> events = found(ofPatient());

        assertThat(events).hasSize(1);
        AuditEvent event = events.get(0);
        assertThat(event.getSubtypeFirstRep().getCode()).isEqualTo("read");
        assertThat(event.getOutcome()).isEqualTo(AuditEventOutcome._0);
        assertThat(event.getAgent())
                .filteredOn(AuditEvent.AuditEventAgentComponent::getRequestor)
                .extracting(agent -> agent.getWho().getIdentifier().getValue())
                .containsExactly(EMPLOYEE);
        assertThat(event.getAgent())
                .allMatch(agent -> agent.getPurposeOfUseFirstRep()
                        .getCodingFirstRep()
                        .getCode()
                        .equals("TREAT"))
                .anyMatch(agent ->
                        "Organization/sus-ortopedi".equals(agent.getWho().getReference())
                                && agent.getWho().hasDisplay());
        assertThat(event.getEntity())
                .anyMatch(entity -> (LoggedAccesses.path(request) + "/_history/1")
                        .equals(entity.getWhat().getReference()))
                .anyMatch(entity -> entity.hasQuery()
                        && new String(entity.getQuery(), StandardCharsets.UTF_8)
                                .equals("GET " + LoggedAccesses.path(request)));
        assertThat(event.getMeta().getProfile().get(0).getValue()).isEqualTo(Profiles.ACCESS_EVENT);
        assertThat(ProfileValidator.ofThePackage().validateWithResult(event).getMessages())
                .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .isEmpty();
        AuditEvent read = reviewer.read(AuditEvent.class, event.getIdElement().getIdPart());
        assertThat(read.getEntity())
                .usingElementComparator((one, other) -> one.equalsDeep(other) ? 0 : 1)
                .isEqualTo(event.getEntity());
        assertThat(read.getRecorded()).isEqualTo(event.getRecorded());
    }

    @Test
    void aQuestionThatIsNotUnderstoodIsRefusedRatherThanAnsweredWithNobody() {
        for (String question : List.of(
                "outcome:not=0",
                "outcome=banana",
                "patient.identifier=191212121212",
                "patient:missing=true",
                "patient=Organization/vc-dalby")) {
            assertThat(reviewer.get("AuditEvent?" + question).status())
                    .as(question)
                    .isEqualTo(400);
        }
    }

    @Test
    void filtersByEmployeePurposeOutcomeAndDate() {
        UnitClient emergency = api.withClaims(
                "sus-ortopedi", "user/*.rs", Map.of("employeeHsaId", "SE2321000255-DEMO-JOUR", "purpose", "BTG"));
        emergency
                .get(LoggedAccesses.path(request), "X-Access-Reason: Hittad medvetsl%C3%B6s")
                .expect(200);
        clinic.patch(LoggedAccesses.path(request), "[]").expect(403);

        assertThat(found(ofPatient())).hasSize(3);
        List<AuditEvent> broken = found(ofPatient() + "&purpose-of-use=BTG");
        assertThat(broken).hasSize(1);
        assertThat(broken.get(0).getPurposeOfEvent())
                .anyMatch(purpose -> "Hittad medvetslös".equals(purpose.getText()));
        assertThat(found(ofPatient() + "&agent=SE2321000255-DEMO-JOUR")).hasSize(1);
        assertThat(found(ofPatient() + "&agent:identifier=urn:oid:1.2.752.29.4.19%7C" + EMPLOYEE))
                .hasSize(2);
        assertThat(found(ofPatient() + "&outcome=4"))
                .singleElement()
                .extracting(AuditEvent::getOutcomeDesc)
                .isEqualTo("HTTP 403");
        assertThat(found(ofPatient() + "&agent=" + EMPLOYEE + "&date=ge2025-01-01"))
                .hasSize(2);
        assertThat(found(ofPatient() + "&date=ge2025-01-01&date=lt2025-02-01")).isEmpty();
        reviewer.get(ofPatient() + "&colour=red").refused(400);
        reviewer.get(ofPatient() + "&_lastUpdated=ge2025-01-01").refused(400);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 0; i < 4; i++) {
            clinic.get(LoggedAccesses.path(request)).expect(200);
        }
        List<String> read = new ArrayList<>();
        String next = ofPatient() + "&_count=2";
        while (next != null) {
            Bundle page = reviewer.get(next).expect(200).resource(Bundle.class);
            assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(2);
            page.getEntry().stream()
                    .map(entry -> entry.getResource())
                    .filter(event ->
                            ((AuditEvent) event).getSubtypeFirstRep().getCode().equals("read"))
                    .forEach(event -> read.add(event.getIdElement().getIdPart()));
            next = page.getLink("next") == null
                    ? null
                    : page.getLink("next").getUrl().replaceFirst(".*/fhir/", "");
        }
        assertThat(read).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void anotherUnitsReviewerSeesItsOwnOnly() {
        AuditEvent ofClinic = found(ofPatient()).get(0);
        UnitClient other = api.as("logg-vc-dalby");

        assertThat(other.get(ofPatient()).expect(200).entries(AuditEvent.class))
                .isNotEmpty()
                .allMatch(event -> event.getAgent().stream().anyMatch(agent -> "Organization/vc-dalby"
                        .equals(agent.getWho().getReference())));
        other.get("AuditEvent/" + ofClinic.getIdElement().getIdPart()).refused(404);
        other.get("AuditEvent/0").refused(404);
    }

    @Test
    void nobodyElseReadsTheLog() {
        String id = found(ofPatient()).get(0).getIdElement().getIdPart();
        for (UnitClient client : List.of(
                clinic,
                api.as("vc-dalby"),
                api.asAdmin(),
                api.as("sus-ortopedi", "user/*.cruds"),
                api.asSystemOf("okand-enhet", "samspar/log-review samspar/admin"))) {
            client.get(ofPatient()).refused(403);
            client.get("AuditEvent/" + id).refused(403);
            client.send("POST", "AuditEvent/_search", "_count=1", "Content-Type: application/x-www-form-urlencoded")
                    .refused(403);
            Bundle batch = new Bundle().setType(BundleType.BATCH);
            batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("AuditEvent?_count=1");
            client.post("", batch).refused(403);
        }
    }

    @Test
    void areviewerReadsTheLogAndNothingElse() {
        reviewer.get(LoggedAccesses.path(request)).refused(403);
        reviewer.get("Patient").refused(403);
        reviewer.get("Task?owner=Organization/sus-ortopedi").refused(403);
    }

    @Test
    void readingTheLogIsLogged() {
        HttpAnswer answer = reviewer.get(ofPatient()).expect(200);

        Access access = new LoggedAccesses(jdbc).only(answer);
        assertThat(access.request()).isEqualTo("GET " + ofPatient());
        assertThat(access.patients()).containsExactly(LoggedAccesses.patient(request));
        assertThat(access.resources()).hasSize(1).allMatch(resource -> resource.startsWith("AuditEvent/"));
        assertThat(answer.header(Constants.HEADER_REQUEST_ID)).isNotBlank();
        assertThat(found(ofPatient()))
                .anyMatch(event -> event.getSubtypeFirstRep().getCode().equals("search-type"));
    }
}
