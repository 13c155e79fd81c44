package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Access in an emergency (break-glass): for which reason, for how long, and how it is recorded and reviewed. */
@SamsparTest
class EmergencyRecordTest {
    private static final String UNIT = "sus-akut-internmedicin";
    private static final String REASON = "X-Access-Reason: Medvetsl%C3%B6s, inga anh%C3%B6riga";

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private SharedCare care;
    private UnitClient emergency;

    @BeforeEach
    void aPatientOfOthersIsTakenToTheEmergencyDepartment() {
        care = SharedCare.of(api, TestPatients.next());
        emergency = inEmergency("akutlakare-" + care.patient().substring(8, 16), Instant.now());
    }

    private UnitClient inEmergency(String employee, Instant issued) {
        return api.inEmergencyAt(UNIT, employee, issued);
    }

    private String fill(String search) {
        return search.replace("ID", care.patient().replaceAll(".*/", "")).replace("NUMBER", care.personnummer());
    }

    @Test
    void anotherPatientIsAnotherAccess() {
        SharedCare another = SharedCare.of(api, TestPatients.next());
        emergency.get(care.patient(), REASON).expect(200);
        emergency.get(another.patient(), REASON).expect(200);
        emergency.get(another.patient() + "/_history", REASON).expect(200);

        assertThat(accesses(UNIT, care.patient())).hasSize(1);
        assertThat(accesses(UNIT, another.patient())).hasSize(1);
    }

    @Test
    void nothingIsThereForWhoIsNot() {
        emergency.get("Patient/no-such-patient", REASON).expect(404);
        assertThat(emergency
                        .get("Condition?patient=no-such-patient", REASON)
                        .expect(200)
                        .resource(Bundle.class)
                        .getTotal())
                .isZero();
        assertThat(accesses(UNIT, "Patient/no-such-patient")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "|400",
                "X-Access-Reason: |400",
                "X-Access-Reason:  %20 |400",
                "X-Access-Reason: a%00b|400",
                "X-Access-Reason: LONG|400",
                "X-Access-Reason: Larm|200",
                "X-Access-Reason: Akut%20sjuk%20%C3%A5r%202025|200",
                "X-Access-Reason: 100% saker|200"
            },
            delimiter = '|')
    void aReasonIsNeeded(String header, int status) {
        String[] headers = Stream.of(header)
                .filter(Objects::nonNull)
                .map(given -> given.replace("LONG", "x".repeat(501)))
                .map(given -> given.contains(": ") ? given : given + " ")
                .toArray(String[]::new);
        HttpAnswer answer = emergency.get(care.patient(), headers).expect(status);
        assertThat(accesses(UNIT, care.patient())).hasSize(status == 200 ? 1 : 0);
        if (status == 400) {
            assertThat(answer.refused(400).body()).contains("X-Access-Reason");
        }
    }

    @Test
    void theReasonIsKeptAsItWasWritten() {
        emergency
                .get(care.patient(), "X-Access-Reason: Akut%20sjuk%2C%20%C3%A5ker%20hem")
                .expect(200);

        assertThat(value(accesses(UNIT, care.patient()).get(0), "reason").primitiveValue())
                .isEqualTo("Akut sjuk, åker hem");
    }

    @Test
    void aReasonIsForEmergenciesOnly() {
        assertThat(api.as("sus-ortopedi")
                        .get(care.patient(), REASON)
                        .refused(400)
                        .body())
                .contains("BTG");
    }

    @Test
    void itEndsAnHourAfterTheTokenWasIssued() {
        Duration hour = Duration.ofHours(1);
        UnitClient nearly = inEmergency("nastan-slut", Instant.now().minus(hour).plusSeconds(60));
        nearly.get(care.patient(), REASON).expect(200);
        Period period = (Period) value(accesses(UNIT, care.patient()).get(0), "period");
        assertThat(period.getEnd().toInstant())
                .isBetween(Instant.now(), Instant.now().plusSeconds(61));

        // The decoder allows a token a minute more than it says.
        UnitClient over = inEmergency("slut", Instant.now().minus(hour).minusSeconds(5));
        assertThat(over.get(care.patient(), REASON).refused(403).body()).contains("new token");
        inEmergency("i-forvag", Instant.now().plus(hour))
                .get(care.patient(), REASON)
                .refused(403);
    }

    @Test
    void itIsForPeople() {
        api.asSystemInEmergency(UNIT).get(care.patient(), REASON).refused(403);
        assertThat(accesses(UNIT, care.patient())).isEmpty();
    }

    @Test
    void itIsRecordedOnceForEachTokenAndReason() throws Exception {
        InParallel.run(6, () -> emergency.get(care.patient(), REASON).expect(200));
        emergency.get(fill("Condition?patient=ID"), REASON).expect(200);
        assertThat(accesses(UNIT, care.patient())).hasSize(1);

        emergency.get(care.patient(), "X-Access-Reason: Ny fraga").expect(200);
        inEmergency("nasta-lakare", Instant.now()).get(care.patient(), REASON).expect(200);

        assertThat(accesses(UNIT, care.patient())).hasSize(3);
    }

    @Test
    void thoseWhoOpenedAndThoseWhoseDataItWasReviewIt() {
        HttpAnswer read = emergency.get(care.visitPath(), REASON).expect(200);

        for (String unit : List.of(UNIT, "vc-dalby", "sus-ortopedi", "kommun-lund-hemtjanst")) {
            ParametersParameterComponent access = accesses(unit, care.patient()).get(0);
            assertThat(((Reference) value(access, "unit")).getReference()).isEqualTo("Organization/" + UNIT);
            assertThat(((Identifier) value(access, "employee")).getValue()).contains("AKUTLAKARE");
            assertThat(value(access, "reason").primitiveValue()).isEqualTo("Medvetslös, inga anhöriga");
            assertThat(value(access, "request").primitiveValue()).isEqualTo(read.header("X-Request-Id"));
        }
        assertThat(accesses("sus-neurologi", care.patient())).isEmpty();
        api.as(UNIT).get("Patient/$emergency-accesses").refused(403);
        api.as("sus-neurologi").get("Patient/$emergency-accesses").refused(403);
        assertThat(review(UNIT, "?unit=Organization/vc-dalby")).isEmpty();
        assertThat(review(UNIT, "?end=2020-01-01")).isEmpty();
        assertThat(review(UNIT, "?start=2999-01-01")).isEmpty();
        api.asReviewerOf(UNIT).get("Patient/$emergency-accesses?unit=x").refused(422);
        api.asReviewerOf(UNIT).get(care.patient()).refused(403);
    }

    @Test
    void whatIsRecordedStands() {
        emergency.get(care.patient(), REASON).expect(200);
        for (String change : List.of("UPDATE break_glass SET reason = 'x'", "DELETE FROM break_glass")) {
            assertThat(catchThrowable(() -> jdbc.execute(change)))
                    .hasRootCauseMessage("ERROR: permission denied for table break_glass");
        }
    }

    @Test
    void theDemoIssuesTokensForEmergencies() {
        UnitClient demo = api.forPurpose(UNIT, "BTG");
        demo.get(care.patient()).refused(400);
        demo.get(care.patient(), REASON).expect(200);
    }

    /** The accesses to a patient that a reviewer of the unit sees. */
    private List<ParametersParameterComponent> accesses(String unit, String patient) {
        return review(unit, "").stream()
                .filter(access ->
                        ((Reference) value(access, "patient")).getReference().equals(patient))
                .toList();
    }

    private List<ParametersParameterComponent> review(String unit, String parameters) {
        return api.asReviewerOf(unit)
                .get("Patient/$emergency-accesses" + parameters)
                .expect(200)
                .resource(Parameters.class)
                .getParameter();
    }

    private static org.hl7.fhir.r4.model.Type value(ParametersParameterComponent access, String part) {
        return access.getPart().stream()
                .filter(candidate -> candidate.getName().equals(part))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
