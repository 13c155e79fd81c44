package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.support.DemoCases;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** What the indicators say of cases, messages, plans, deviations and rules that are counted by hand here (UPP-1, TRK-10). */
@SamsparTest
class CaseIndicatorsTest {

    private static final String HOME_SERVICE = "kommun-lund-hemtjanst";

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
        return openCase(units.clinic());
    }

    private String openCase(String party) {
        CarePlan aCase = DemoCases.openFor(units.asHealthCentre(), units.healthCentre(), List.of(party))
                .entry(CarePlan.class);
        return ResourcePath.of(aCase);
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

    @Test
    void coordinatedPlansCountForTheUnitThatMadeThem() {
        List<CarePlan> plans = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            plans.add(units.asHealthCentre()
                    .post(openCase(HOME_SERVICE) + "/$start-sip", parameters("reason", "Insatser kvar"))
                    .expect(200)
                    .entries(CarePlan.class)
                    .get(1));
        }
        assertThat(ofHealthCentre("sips")).isEqualTo("6");

        writtenByHomeService(plans.get(0));
        mark(plans.get(1), CarePlanStatus.REVOKED);
        assertThat(ofHealthCentre("sips")).as("they had been made").isEqualTo("6");
        assertFollowsFromRecord(ResourcePath.of(plans.get(0)));
        mark(plans.get(2), CarePlanStatus.ENTEREDINERROR);
        assertThat(ofHealthCentre("sips")).isEqualTo("5");
        mark(plans.get(3), CarePlanStatus.ENTEREDINERROR);
        assertThat(ofHealthCentre("sips")).as("four are left").isEqualTo("-");
    }

    private void writtenByHomeService(CarePlan plan) {
        String consent = units.asHealthCentre()
                .get("Consent?patient=" + plan.getSubject().getReference())
                .expect(200)
                .entries(Consent.class)
                .get(0)
                .getIdElement()
                .getIdPart();
        UnitClient homeService = api.as(HOME_SERVICE);
        homeService.post("Consent/" + consent + "/$verify", parameters()).expect(200);
        CarePlan written = homeService
                .put(ResourcePath.of(plan), plan.copy().setDescription("Trygghet hemma"))
                .expect(200)
                .resource(CarePlan.class);
        assertThat(written.getAuthor().getReference()).isEqualTo("Organization/" + HOME_SERVICE);
    }

    private void mark(CarePlan plan, CarePlanStatus status) {
        units.asHealthCentre()
                .put(ResourcePath.of(plan), plan.copy().setStatus(status))
                .expect(200);
    }

    @Test
    void deviationsCountByStepForTheUnitThatTheyConcern() {
        List<String> requests = units.submitted(6);
        List<AdverseEvent> deviations =
                requests.stream().map(this::deviation).collect(Collectors.toCollection(ArrayList::new));
        for (int i = 0; i < 4; i++) {
            deviations.add(deviation(openCase()));
        }
        assertThat(ofHealthCentre("deviations")).isEqualTo("10");
        assertThat(deviationsByStep()).as("four beside six could be worked out").containsExactly("masked: -");

        deviation(openCase());
        assertThat(ofHealthCentre("deviations")).isEqualTo("11");
        assertThat(deviationsByStep()).containsExactly("case: 5", "request: 6");
        assertThat(ofClinic("deviations")).as("which reported them").isEqualTo("-");
        units.asHealthCentre()
                .post(ResourcePath.of(deviations.get(0)) + "/$answer", parameters("text", "Svaret var inte klart."))
                .expect(200);
        assertThat(ofHealthCentre("deviations")).as("answered or not").isEqualTo("11");
        assertFollowsFromRecord(ResourcePath.of(deviations.get(0)));
        assertThat(jdbc.queryForList(
                        "SELECT unnest(known_to) FROM indicator_fact WHERE source = ?",
                        String.class,
                        ResourcePath.of(deviations.get(0))))
                .as("who reported it could subtract it")
                .containsExactlyInAnyOrder(units.healthCentre(), units.clinic());
    }

    private AdverseEvent deviation(String concerns) {
        return units.asClinic()
                .post(
                        "AdverseEvent/$report-deviation",
                        parameters(
                                "concerns",
                                new Reference(concerns),
                                "unit",
                                DemoCases.unit(units.healthCentre()),
                                "text",
                                "Röntgensvaret saknades."))
                .expect(200)
                .entry(AdverseEvent.class);
    }

    private List<String> deviationsByStep() {
        return TestUnits.strata(
                units.report("deviations", units.asHealthCentre(), units.healthCentre()), IndicatorStratifier.STEP);
    }

    private void assertFollowsFromRecord(String source) {
        new FactsOfRecord(jdbc).assertSame(source, "what the record says");
    }

    private String ofHealthCentre(String indicator) {
        return TestUnits.total(units.report(indicator, units.asHealthCentre(), units.healthCentre()));
    }

    private String ofClinic(String indicator) {
        return TestUnits.total(units.report(indicator, units.asClinic(), units.clinic()));
    }

    private void asIfDeadlinesHadPassed(List<String> receipts) {
        receipts.forEach(receipt -> jdbc.update(
                "UPDATE indicator_fact SET happened = now() - interval '1 second' WHERE source = ?", receipt));
    }
}
