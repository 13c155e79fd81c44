package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.support.DemoCases;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What the indicators say of cases, messages and rules that are counted by hand here (UPP-1, TRK-10). */
@SamsparTest
class CaseIndicatorsTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private TestUnits units;

    @BeforeEach
    void unitsOfOnesOwn() {
        units = new TestUnits(api);
    }

    @Test
    void casesAreCountedByTheReasonOfTheirEnd() {
        List<String> cases = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            cases.add(openCase());
        }
        cases.subList(0, 5).forEach(aCase -> close(aCase, "goals-met"));
        cases.subList(5, 9).forEach(aCase -> close(aCase, "transferred"));

        MeasureReport nine = units.report("closed-cases", units.asHealthCentre(), units.healthCentre());
        assertThat(TestUnits.total(nine)).isEqualTo("9");
        assertThat(TestUnits.strata(nine, IndicatorStratifier.REASON)).containsExactly("masked: -");

        close(cases.get(9), "transferred");
        assertThat(TestUnits.strata(
                        units.report("closed-cases", units.asHealthCentre(), units.healthCentre()),
                        IndicatorStratifier.REASON))
                .containsExactly("goals-met: 5", "transferred: 5");
    }

    private String openCase() {
        CarePlan aCase = units.asHealthCentre()
                .post(
                        "CarePlan/$open-case",
                        parameters(
                                "patient",
                                TestPatients.next(),
                                "initiator",
                                DemoCases.unit(units.healthCentre()),
                                "party",
                                DemoCases.unit(units.clinic()),
                                "need",
                                "Yrsel",
                                "consent",
                                DemoCases.consent(ConsentProvisionType.PERMIT)))
                .expect(200)
                .entry(CarePlan.class);
        return "CarePlan/" + aCase.getIdElement().getIdPart();
    }

    private void close(String aCase, String reason) {
        units.asHealthCentre()
                .post(aCase + "/$close", parameters("reason", new CodeType(reason)))
                .expect(200);
    }

    @Test
    void messagesCountOnceTheirDeadlineHasPassed() {
        List<Communication> messages = new ArrayList<>();
        List<String> receipts = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            var sent = units.asHealthCentre()
                    .post(openCase() + "/$send", parameters("message", DemoCases.message(units.clinic())))
                    .expect(200);
            messages.add(sent.entry(Communication.class));
            receipts.add("Task/" + sent.entry(Task.class).getIdElement().getIdPart());
        }
        messages.subList(0, 5).forEach(message -> act(units.asClinic(), message, "acknowledge"));
        act(units.asHealthCentre(), messages.get(12), "withdraw", "reason", "Fel patient");
        assertThat(ofClinic("messages-acknowledged-in-time"))
                .as("all of them are still ahead")
                .isEqualTo("- - = -");

        asIfDeadlinesHadPassed(receipts);
        assertThat(ofClinic("messages-acknowledged-in-time"))
                .as("one was taken back unopened")
                .isEqualTo("12 5 = 41.7");
        receipts.forEach(receipt -> new FactsOfRecord(jdbc).renew(receipt, transactions));
    }

    private static void act(UnitClient unit, Communication message, String operation, Object... parameters) {
        unit.post("Communication/" + message.getIdElement().getIdPart() + "/$" + operation, parameters(parameters))
                .expect(200);
    }

    @Test
    void rulesThatWereSetAsideAreCounted() {
        for (int i = 0; i < 5; i++) {
            ServiceRequest bare = units.request();
            bare.getExtension().clear();
            units.submit(bare, "work-up-documented");
        }
        MeasureReport setAside = units.report("set-aside-rules", units.asHealthCentre(), units.healthCentre());
        assertThat(TestUnits.total(setAside)).isEqualTo("5");
        assertThat(TestUnits.strata(setAside, IndicatorStratifier.RULE)).containsExactly("work-up-documented: 5");
        assertThat(TestUnits.strata(setAside, IndicatorStratifier.SEX)).containsExactly("unknown: 5");
        assertThat(TestUnits.strata(setAside, IndicatorStratifier.AGE_GROUP)).containsExactly("65-79: 5");
    }

    private String ofClinic(String indicator) {
        return TestUnits.total(units.report(indicator, units.asClinic(), units.clinic()));
    }

    private void asIfDeadlinesHadPassed(List<String> receipts) {
        receipts.forEach(receipt -> jdbc.update(
                "UPDATE indicator_fact SET happened = now() - interval '1 second' WHERE source = ?", receipt));
    }
}
