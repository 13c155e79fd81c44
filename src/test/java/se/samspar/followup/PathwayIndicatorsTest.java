package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static se.samspar.support.DemoRequests.parameters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Consent.ConsentProvisionType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Indicator;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.pathway.PhaseTime;
import se.samspar.store.ResourceStore;
import se.samspar.support.DemoCases;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What the indicators say of started pathways that are counted by hand here (UPP-1). The demo's has 37 days to treatment. */
@SamsparTest
class PathwayIndicatorsTest {

    private static final String URL = "https://samspar.example/fhir/" + StartedPathways.CANCER;

    @Autowired
    SamsparApi api;

    @Autowired
    ResourceStore store;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String unit;
    private UnitClient client;

    @BeforeEach
    void aUnitOfOnesOwn() {
        unit = TestUnits.ofSkane(api);
        client = TestUnits.as(api, unit);
    }

    @Test
    void timesToTreatmentAreThoseOfTheResponsibleUnitAndCountWhenItBegan() {
        List<CarePlan> plans = Stream.generate(this::started).limit(11).toList();
        plans.subList(0, 6).forEach(plan -> treated(plan, 40, 10));
        plans.subList(6, 11).forEach(plan -> began(plan, 40));
        assertThat(figures("time-to-treatment")).isEqualTo("6 = 30.0");
        assertThat(figures("lead-times-kept")).isEqualTo("11 6 = 54.5");
        assertThat(TestUnits.strata(report("lead-times-kept"), IndicatorStratifier.PATHWAY))
                .containsExactly(URL + ": 11 6");

        mistake(plans.get(0));
        assertThat(figures("time-to-treatment")).isEqualTo("5 = 30.0");
        assertThat(figures("lead-times-kept")).isEqualTo("10 5 = 50.0");

        move(plans.get(6), "treatment");
        leave(plans.get(7));
        move(plans.get(8), "follow-up");
        assertThat(figures("lead-times-kept")).as("too late all the same").isEqualTo("10 5 = 50.0");
        assertThat(figures("time-to-treatment"))
                .as("the one that was passed over has none")
                .isEqualTo("6 = 30.0");
        plans.forEach(plan -> assertThat(following(plan)).containsExactlyInAnyOrderElementsOf(stored(plan)));
    }

    @Test
    void whoIsLeftOrGoesOnBeforeTheLeadTimeEndsDoesNotWaitForTreatment() {
        CarePlan plan = started();
        began(plan, 10);
        assertThat(stored(plan)).extracting(Fact::indicator, Fact::met).containsExactly(kept(false));
        assertThat(stored(plan).get(0).happened()).isAfter(Instant.now().plus(26, ChronoUnit.DAYS));

        leave(plan);
        assertThat(stored(plan)).isEmpty();

        CarePlan passed = started();
        move(passed, "follow-up");
        assertThat(stored(passed)).isEmpty();
    }

    @Test
    void aCancerPathwayCountsFromTheDayOfTheSuspicion() {
        CarePlan plan = StartedPathways.started(api, StartedPathways.suspicion(api, 20), "investigation");
        StartedPathways.move(api, "vc-dalby", plan, "treatment").expect(200);

        Instant suspicion = SwedishTime.startOf(LocalDate.now(SwedishTime.ZONE).minusDays(20));
        assertThat(stored(plan)).extracting(Fact::indicator, Fact::met).contains(kept(true));
        assertThat(stored(plan))
                .filteredOn(fact -> fact.indicator().equals(Indicator.TIME_TO_TREATMENT.code()))
                .singleElement()
                .satisfies(fact ->
                        assertThat(fact.minutes()).isEqualTo(ChronoUnit.MINUTES.between(suspicion, fact.happened())));
        assertThat(stored(plan))
                .filteredOn(fact -> fact.indicator().equals(Indicator.LEAD_TIMES_KEPT.code()))
                .extracting(Fact::happened)
                .containsExactly(
                        SwedishTime.startOf(LocalDate.now(SwedishTime.ZONE).plusDays(18))
                                .minusMillis(1));
    }

    @Test
    void theLastDayOfTheLeadTimeIsInTimeToItsEnd() {
        Instant now = Instant.now();
        LocalDate today = SwedishTime.day(now);
        CarePlan inTime = started();
        move(inTime, "treatment");
        as(inTime, SwedishTime.startOf(today.minusDays(37)), now);
        CarePlan late = started();
        move(late, "treatment");
        as(late, SwedishTime.startOf(today.minusDays(38)), now);

        assertThat(stored(inTime)).extracting(Fact::indicator, Fact::met).contains(kept(true));
        assertThat(stored(late)).extracting(Fact::indicator, Fact::met).contains(kept(false));
    }

    @Test
    void whoComesInAtTheTreatmentHasNoWayToIt() {
        assertThat(stored(StartedPathways.started(api, "treatment"))).isEmpty();
    }

    private static Tuple kept(boolean is) {
        return tuple(Indicator.LEAD_TIMES_KEPT.code(), is);
    }

    /** The unit has started the pathway for somebody in a case of its own. */
    private CarePlan started() {
        CarePlan aCase = client.post(
                        "CarePlan/$open-case",
                        parameters(
                                "patient",
                                TestPatients.next(),
                                "initiator",
                                DemoCases.unit(unit),
                                "party",
                                DemoCases.unit("sus-ortopedi"),
                                "need",
                                "Utredning",
                                "consent",
                                DemoCases.consent(ConsentProvisionType.PERMIT)))
                .expect(200)
                .entry(CarePlan.class);
        return client.post(
                        StartedPathways.CANCER + "/$start-pathway",
                        parameters("patient", aCase.getSubject(), "entryPhase", new CodeType("early-detection")))
                .expect(200)
                .resource(CarePlan.class);
    }

    private void move(CarePlan plan, String phase) {
        client.post(StartedPathways.path(plan) + "/$move-phase", parameters("phase", new CodeType(phase)))
                .expect(200);
    }

    private void leave(CarePlan plan) {
        client.post(StartedPathways.path(plan) + "/$leave-pathway", parameters("reason", "Misstanken avskriven"))
                .expect(200);
    }

    /** As if it had begun so many days ago, and the treatment so many. */
    private void treated(CarePlan plan, int began, int treated) {
        move(plan, "treatment");
        as(plan, began, treated);
    }

    private void began(CarePlan plan, int days) {
        as(plan, days);
    }

    private void as(CarePlan plan, int... daysAgo) {
        as(plan, IntStream.of(daysAgo).mapToObj(PathwayIndicatorsTest::ago).toArray(Instant[]::new));
    }

    private void as(CarePlan plan, Instant... begun) {
        store.executeAsServer(() -> {
            CarePlan changed = store.find(reference(plan), CarePlan.class).orElseThrow();
            List<PhaseTime> times = PhaseTime.of(changed);
            PhaseTime.write(
                    changed,
                    IntStream.range(0, times.size())
                            .mapToObj(i -> new PhaseTime(
                                    times.get(i).phase(),
                                    begun[i],
                                    times.get(i).ended().map(end -> begun[i + 1]),
                                    times.get(i).dueBy()))
                            .toList());
            return store.update(changed);
        });
        new FactsOfRecord(jdbc).renew(StartedPathways.path(plan), transactions);
    }

    private static Instant ago(int days) {
        return SwedishTime.daysAfter(Instant.now().truncatedTo(ChronoUnit.DAYS), -days);
    }

    private void mistake(CarePlan plan) {
        CarePlan wrong = client.read(CarePlan.class, plan.getIdElement().getIdPart());
        wrong.setStatus(CarePlanStatus.ENTEREDINERROR)
                .addExtension(new Extension(Extensions.LEAVE_REASON, new StringType("Fel patient")));
        client.put(StartedPathways.path(plan), wrong).expect(200);
    }

    private static Reference reference(CarePlan plan) {
        return new Reference(StartedPathways.path(plan));
    }

    private String figures(String indicator) {
        return TestUnits.total(report(indicator));
    }

    private MeasureReport report(String indicator) {
        LocalDate today = LocalDate.now(SwedishTime.ZONE);
        return client.get("Measure/%s/$evaluate-measure?periodStart=%s&periodEnd=%s&reporter=Organization/%s"
                        .formatted(indicator, today.minusDays(60), today, unit))
                .expect(200)
                .resource(MeasureReport.class);
    }

    private List<Fact> stored(CarePlan plan) {
        String source = StartedPathways.path(plan);
        return new FactTable(jdbc).of(List.of(source)).getOrDefault(source, List.of());
    }

    private List<Fact> following(CarePlan plan) {
        return new Projection(jdbc).facts(StartedPathways.path(plan));
    }
}
