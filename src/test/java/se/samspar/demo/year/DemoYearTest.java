package se.samspar.demo.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.followup.FactsOfRecord;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.WorkingDays;

/** A small year, made on the server that all tests share: all of it lies before today, and is about people of its own. */
@SamsparTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoYearTest {

    private static final int COURSES = 24;
    private static final long SEED = 5;
    private static final int FEWEST = 5;

    @Autowired
    SamsparApi api;

    @Autowired
    DemoYear demoYear;

    @Autowired
    YearClock clock;

    @Autowired
    JdbcTemplate jdbc;

    private Year year;
    private List<PlannedCourse> plan;
    private List<Map<String, Object>> facts;

    /** Anything that is refused would fail it. */
    @BeforeAll
    void aYearIsMade() {
        year = new Year(SwedishTime.day(Instant.now()).minusDays(1), WorkingDays::isWorkingDay);
        plan = YearPlan.of(year, COURSES, SEED);
        assertThat(demoYear.make(COURSES, SEED)).isTrue();
        facts = jdbc.queryForList("SELECT * FROM indicator_fact WHERE patient = ANY (?)", (Object)
                patients().toArray(String[]::new));
    }

    private Set<String> patients() {
        String numbers = people().stream()
                .map(number -> IdentifierSystems.PERSONNUMMER + "|" + number)
                .collect(Collectors.joining(","));
        return api
                .asAdmin()
                .get("Patient?_count=100&identifier=" + numbers.replace("|", "%7C"))
                .expect(200)
                .entries(Patient.class)
                .stream()
                .map(patient -> patient.getIdElement().getIdPart())
                .collect(Collectors.toSet());
    }

    private Set<String> people() {
        return plan.stream().map(course -> course.patient().personnummer()).collect(Collectors.toSet());
    }

    @Test
    void itIsThePlannedOneAtThePlannedTimes() {
        assertThat(patients()).hasSameSizeAs(people());
        assertThat(happened("requests"))
                .containsAll(plan.stream()
                        .filter(course -> course.kind() != CourseKind.CASE)
                        .map(PlannedCourse::start)
                        .toList())
                .allMatch(sent -> !SwedishTime.day(sent).isBefore(year.first()) && sent.isBefore(year.end()));
        assertThat(happened("requests").stream()
                        .map(sent -> SwedishTime.day(sent).getMonth())
                        .distinct())
                .as("months")
                .hasSizeGreaterThan(6);
        assertThat(facts)
                .extracting(fact -> fact.get("indicator"))
                .contains(
                        "time-to-triage", "time-to-final-answer", "answered-in-time", "messages-acknowledged-in-time");
    }

    private List<Instant> happened(String indicator) {
        return facts.stream()
                .filter(fact -> fact.get("indicator").equals(indicator))
                .map(fact -> ((Timestamp) fact.get("happened")).toInstant())
                .toList();
    }

    @Test
    void whatIsCountedIsWhatTheRecordSays() {
        FactsOfRecord record = new FactsOfRecord(jdbc);
        facts.stream()
                .map(fact -> fact.get("source").toString())
                .filter(source -> source.startsWith("ServiceRequest/"))
                .distinct()
                .forEach(request -> record.assertSame(request, request));
    }

    @Test
    void aUnitReadsItsFiguresOfThatYear() {
        Map<String, List<Map<String, Object>>> byUnit = facts.stream()
                .filter(fact -> fact.get("indicator").equals("time-to-triage"))
                .collect(Collectors.groupingBy(fact -> fact.get("unit").toString()));
        String unit = byUnit.keySet().stream()
                .filter(slug -> !slug.startsWith("vc-"))
                .max((one, other) -> byUnit.get(one).size() - byUnit.get(other).size())
                .orElseThrow();
        long people = byUnit.get(unit).stream()
                .map(fact -> fact.get("patient"))
                .filter(Objects::nonNull)
                .distinct()
                .count();

        MeasureReport report = api.as(unit)
                .get("Measure/time-to-triage/$evaluate-measure?periodStart=%s&periodEnd=%s&reporter=Organization/%s"
                        .formatted(year.first(), year.last(), unit))
                .expect(200)
                .resource(MeasureReport.class);

        var count = report.getGroupFirstRep().getPopulationFirstRep();
        if (people < FEWEST) {
            assertThat(count.hasCount()).isFalse();
        } else {
            assertThat(count.getCount()).isEqualTo(byUnit.get(unit).size());
        }
    }

    @Test
    void aSecondYearIsNotMade() {
        long before = requests();
        assertThat(demoYear.make(COURSES, SEED + 1)).isFalse();
        assertThat(requests()).isEqualTo(before);
    }

    private long requests() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "SELECT count(*) FROM indicator_fact WHERE indicator = 'requests' AND happened < ?",
                Long.class,
                Timestamp.from(year.end())));
    }

    @Test
    void afterwardsItIsNowAndNobodySaysOtherwise() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        Instant then = Instant.parse("2026-03-04T09:00:00Z");
        for (String sent : List.of(then.toString(), "x " + then, "", "null " + then)) {
            assertThat(submit(sent).status()).as(sent).isEqualTo(400);
        }
        assertThat(api.atRoot()
                        .get("actuator/health/readiness", YearTimeFilter.HEADER + ": x " + then)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyWhoKnowsTheSecretSaysWhatTimeItIsWhileItIsOpen() {
        Instant then = Instant.parse("2026-03-04T09:00:00Z");
        String secret = clock.open();
        try {
            assertThat(submit(secret + " " + then)
                            .expect(200)
                            .entry(ServiceRequest.class)
                            .getAuthoredOn())
                    .isEqualTo(then);
            assertThat(submit(secret + " yesterday").status()).isEqualTo(400);
            assertThat(submit(secret.substring(1) + " " + then).status()).isEqualTo(400);
            assertThat(api.as("vc-dalby")
                            .post("ServiceRequest/$submit", consultation())
                            .expect(200)
                            .entry(ServiceRequest.class)
                            .getAuthoredOn()
                            .toInstant())
                    .isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        } finally {
            clock.close();
        }
        assertThat(submit(secret + " " + then).status()).isEqualTo(400);
    }

    private HttpAnswer submit(String time) {
        return api.as("vc-dalby").post("ServiceRequest/$submit", consultation(), YearTimeFilter.HEADER + ": " + time);
    }

    private static Object consultation() {
        return DemoRequests.submit(DemoRequests.consultation(), TestPatients.next());
    }

    @Test
    void withoutTheProfileNoYearIsMade() {
        ApplicationContextRunner server = new ApplicationContextRunner().withUserConfiguration(YearWithoutDemo.class);
        server.run(started -> assertThat(started).hasNotFailed());
        server.withPropertyValues("samspar.demo.year=20")
                .run(started -> assertThat(started).hasFailed());
    }
}
