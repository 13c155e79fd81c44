package se.samspar.demo.year;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.followup.FactsOfRecord;
import se.samspar.store.IdentityLookups;
import se.samspar.store.ResourceStore;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.WorkingDays;

/** A small year, made on the server that all tests share: all of it lies before today, and is about people of its own. */
@Isolated("holds back for a while what the server does unasked")
@SamsparTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoYearTest {

    private static final int COURSES = 24;
    private static final long SEED = 5;
    private static final int FEWEST = 5;

    /** Without visits, of which a person has one at a time, and closed before long. */
    private static final Set<CourseKind> ENDS_SOON =
            EnumSet.of(CourseKind.ON_DEMAND, CourseKind.ACUTE, CourseKind.CASE);

    @Autowired
    SamsparApi api;

    @Autowired
    DemoYear demoYear;

    @Autowired
    YearClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ResourceStore store;

    @Autowired
    LoggingSystem logging;

    private Year year;
    private List<PlannedCourse> plan;
    private List<Map<String, Object>> facts;
    private String said;

    @BeforeAll
    void aYearIsMade(CapturedOutput log) {
        year = new Year(SwedishTime.day(Instant.now()).minusDays(1), WorkingDays::isWorkingDay);
        plan = YearPlan.of(year, COURSES, SEED);
        assertThat(demoYear.make(COURSES, SEED)).isTrue();
        said = log.toString();
        facts = facts(people());
    }

    @Test
    void theRegionSaysWhereItWantsToCome() {
        assertThat(api.as("vc-dalby").read(Measure.class, "overdue").getExtension())
                .extracting(Extension::getUrl)
                .contains(Extensions.INDICATOR_BASELINE, Extensions.INDICATOR_TARGET);
    }

    @Test
    void itSaysHowFarItHasComeAndLooksPeopleUpWithoutSayingSo() {
        assertThat(said).contains("Demo year: 12 of 24 courses").doesNotContain("Looked up");
        assertThat(logging.getLoggerConfiguration(IdentityLookups.LOGGER).getEffectiveLevel())
                .as("afterwards")
                .isEqualTo(LogLevel.INFO);
    }

    @Test
    void nothingOfItIsRefused() {
        assertThat(demoYear.refusals()).isEmpty();
    }

    /** Other tests sum up what they have recorded themselves of the same units. */
    @AfterAll
    void nobodyHasSaidHowItWas() {
        for (String patient : patients(people())) {
            store.executeAsServer(() -> {
                List<String> ids = store.ids(QuestionnaireResponse.class, "subject=Patient/" + patient);
                store.inBatches(QuestionnaireResponse.class, ids)
                        .flatMap(List::stream)
                        .map(said -> said.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR))
                        .forEach(store::update);
                return null;
            });
        }
    }

    private List<Map<String, Object>> facts(Set<String> people) {
        return jdbc.queryForList("SELECT * FROM indicator_fact WHERE patient = ANY (?)", (Object)
                patients(people).toArray(String[]::new));
    }

    private Set<String> patients(Set<String> people) {
        String numbers = people.stream()
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
        return people(plan);
    }

    private static Set<String> people(List<PlannedCourse> courses) {
        return courses.stream().map(course -> course.patient().personnummer()).collect(Collectors.toSet());
    }

    @Test
    void itIsThePlannedOneAtThePlannedTimes() {
        assertThat(patients(people())).hasSameSizeAs(people());
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

    /** All of the facts but the ids. */
    @Test
    void theSameCourseGoesTheSameWayAgain() {
        Instant lately = year.end().minus(60, ChronoUnit.DAYS); // what is under way could not be begun again
        Map<String, List<PlannedCourse>> byPerson = plan.stream()
                .collect(Collectors.groupingBy(course -> course.patient().personnummer()));
        List<PlannedCourse> again = byPerson.values().stream()
                .filter(courses -> courses.stream()
                        .allMatch(course -> ENDS_SOON.contains(course.kind())
                                && course.start().isBefore(lately)))
                .limit(4)
                .flatMap(List::stream)
                .toList();
        Set<String> people = people(again);
        assertThat(people).hasSizeGreaterThan(2);
        List<String> once = sightings(people);

        Loopback server = new Loopback(api.baseUrl(), clock.open());
        try {
            again.forEach(course -> DemoYear.run(year, course, server));
        } finally {
            clock.close();
        }

        assertThat(sightings(people))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(once, once).flatMap(List::stream).toList());
    }

    private List<String> sightings(Set<String> people) {
        return facts(people).stream()
                .map(fact -> Stream.of(
                                "indicator",
                                "happened",
                                "unit",
                                "met",
                                "minutes",
                                "track",
                                "category",
                                "age_group",
                                "sex")
                        .map(column -> String.valueOf(fact.get(column)))
                        .collect(Collectors.joining(" ")))
                .toList();
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
        Map<String, List<Map<String, Object>>> byUnit = facts(people()).stream()
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
            assertThat(count.getCountElement().hasValue()).isFalse();
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
    void afterwardsItIsNowForAll() {
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        assertThat(ReflectionTestUtils.getField(clock, "secret"))
                .as("no secret is good any more")
                .isEqualTo(Optional.empty());
    }

    @Test
    void withoutTheProfileNoYearIsMade() {
        ApplicationContextRunner server = new ApplicationContextRunner().withUserConfiguration(YearWithoutDemo.class);
        server.run(started -> assertThat(started).hasNotFailed());
        server.withPropertyValues("samspar.demo.year=20")
                .run(started -> assertThat(started).hasFailed());
    }
}
