package se.samspar.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import se.samspar.directory.Quarters;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.ExperienceScale;
import se.samspar.fhir.generated.Questionnaires;
import se.samspar.store.ResourceStore;
import se.samspar.support.DemoCases;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** What the indicators say of people's answers that are counted by hand here, and that they tell of none of them (UPP-6). */
@SamsparTest
class ExperienceIndicatorsTest {

    private static final List<String> QUESTIONS = List.of("decided", "informed", "listened", "contact", "handover");
    private static final int[] TOOK_PART_AND_SECURE = {4, 5, 4, 4, 5};
    private static final int[] ONLY_SECURE = {5, 5, 3, 5, 5};

    /** The last quarter that has ended, and the one before it. */
    private static final LocalDate LAST = Quarters.of(Instant.now()).minusMonths(3);

    private static final LocalDate BEFORE = LAST.minusMonths(3);

    @Autowired
    SamsparApi api;

    @Autowired
    ResourceStore store;

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
    void answersCountForAllWhoTookPartOnceTheirQuarterHasEnded() {
        List<String> answers = recorded(units.asClinic(), 5, TOOK_PART_AND_SECURE);
        List<String> others = recorded(units.asHealthCentre(), 5, ONLY_SECURE);
        assertThat(of(units.healthCentre(), "experience-participation", BEFORE, today()))
                .as("of the running quarter nothing is told")
                .isEqualTo("- - = -");

        answers.forEach(answer -> asIfRecordedIn(LAST, answer));
        others.forEach(answer -> asIfRecordedIn(LAST, answer));
        for (String unit : List.of(units.healthCentre(), units.clinic())) {
            assertThat(of(unit, "experience-participation", LAST, today())).isEqualTo("10 5 = 50.0");
            assertThat(of(unit, "experience-security", LAST, today())).isEqualTo("10 10 = 100.0");
        }
        assertThat(answersInSummary()).as("the same people as in the summary").isEqualTo(10);
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT unnest(known_to) FROM indicator_fact WHERE source = ?",
                        String.class,
                        answers.get(0)))
                .as("could be told of others' as far as the summary does not tell them")
                .containsExactlyInAnyOrder(units.healthCentre(), units.clinic());

        mark(units.asClinic(), answers.get(0), QuestionnaireResponseStatus.ENTEREDINERROR);
        assertThat(of(units.healthCentre(), "experience-participation", LAST, today()))
                .as("four took part, five did not")
                .isEqualTo("9 - = -");
    }

    @Test
    void nobodyLearnsWhenFewAnsweredOrWhat() {
        List<String> enough = recorded(units.asClinic(), 6, TOOK_PART_AND_SECURE);
        List<String> few = recorded(units.asClinic(), 3, TOOK_PART_AND_SECURE);
        enough.forEach(answer -> asIfRecordedIn(LAST, answer));
        few.forEach(answer -> asIfRecordedIn(BEFORE, answer));
        String participation = "experience-participation";

        LocalDate lastDay = LAST.plusMonths(3).minusDays(1);
        assertThat(of(units.healthCentre(), participation, LAST, lastDay.minusDays(1)))
                .as("a part of a quarter")
                .isEqualTo("- - = -");
        assertThat(of(units.healthCentre(), participation, lastDay, lastDay))
                .as("all of it has ended that day")
                .isEqualTo("6 6 = 100.0");
        assertThat(of(units.healthCentre(), participation, BEFORE, LAST.minusDays(1)))
                .isEqualTo("- - = -");
        assertThat(of(units.healthCentre(), participation, BEFORE, lastDay))
                .as("less the last quarter it would be three")
                .isEqualTo("6 6 = 100.0");
        assertThat(report(units.healthCentre(), participation, BEFORE, lastDay)
                        .getGroupFirstRep()
                        .getStratifier())
                .isEmpty();
        assertThat(listed(units.healthCentre())).as("who did not record them").isEmpty();
        assertThat(listed(units.clinic())).containsExactlyInAnyOrderElementsOf(enough);
    }

    /** Answers about as many cases of the health centre with the clinic, all the same, as {@code QuestionnaireResponse/id}. */
    private List<String> recorded(UnitClient by, int number, int... answers) {
        return IntStream.range(0, number)
                .mapToObj(i -> {
                    CarePlan aCase = DemoCases.openFor(
                                    units.asHealthCentre(), units.healthCentre(), List.of(units.clinic()))
                            .entry(CarePlan.class);
                    units.asHealthCentre()
                            .post(ResourcePath.of(aCase) + "/$close", parameters("reason", new CodeType("goals-met")))
                            .expect(200);
                    return ResourcePath.of(
                            by.post("QuestionnaireResponse", response(aCase, answers), "Prefer: return=representation")
                                    .expect(201)
                                    .resource(QuestionnaireResponse.class));
                })
                .toList();
    }

    private static QuestionnaireResponse response(CarePlan aCase, int... answers) {
        Reference person = new Reference(aCase.getSubject().getReference());
        QuestionnaireResponse response = new QuestionnaireResponse().setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setQuestionnaire(Questionnaires.EXPERIENCE_OF_COLLABORATION)
                .addBasedOn(new Reference(ResourcePath.of(aCase)));
        response.setSubject(person).setSource(person.copy());
        IntStream.range(0, answers.length).forEach(i -> response.addItem()
                .setLinkId(QUESTIONS.get(i))
                .addAnswer()
                .setValue(ExperienceScale.of(String.valueOf(answers[i]))
                        .orElseThrow()
                        .toCoding()));
        return response;
    }

    private void asIfRecordedIn(LocalDate quarter, String answer) {
        store.executeAsServer(() -> {
            QuestionnaireResponse response = store.find(new Reference(answer), QuestionnaireResponse.class)
                    .orElseThrow();
            return store.update(
                    response.setAuthored(Date.from(Quarters.start(quarter).plus(20, ChronoUnit.DAYS))));
        });
        new FactsOfRecord(jdbc).renew(answer, transactions);
    }

    private static void mark(UnitClient by, String answer, QuestionnaireResponseStatus status) {
        QuestionnaireResponse response = by.get(answer).expect(200).resource(QuestionnaireResponse.class);
        by.put(answer, response.setStatus(status)).expect(200);
    }

    private String of(String unit, String indicator, LocalDate start, LocalDate end) {
        return TestUnits.total(report(unit, indicator, start, end));
    }

    private MeasureReport report(String unit, String indicator, LocalDate start, LocalDate end) {
        return as(unit).get("Measure/%s/$evaluate-measure?periodStart=%s&periodEnd=%s&reporter=Organization/%s"
                        .formatted(indicator, start, end, unit))
                .expect(200)
                .resource(MeasureReport.class);
    }

    private List<String> listed(String unit) {
        return as(unit)
                .get(
                        ("Measure/experience-security/$evaluate-measure?reportType=subject-list&periodStart=%s&periodEnd=%s"
                                        + "&reporter=Organization/%s")
                                .formatted(LAST, today(), unit))
                .expect(200)
                .resource(MeasureReport.class)
                .getEvaluatedResource()
                .stream()
                .map(Reference::getReference)
                .toList();
    }

    private int answersInSummary() {
        Parameters summary = units.asHealthCentre()
                .get("QuestionnaireResponse/$experience-summary?start=%s&end=%s".formatted(LAST, today()))
                .expect(200)
                .resource(Parameters.class);
        return summary.getParameterFirstRep().getPart().stream()
                .filter(part -> part.getName().equals("answers"))
                .mapToInt(part -> ((IntegerType) part.getValue()).getValue())
                .findFirst()
                .orElse(0);
    }

    private UnitClient as(String unit) {
        return unit.equals(units.clinic()) ? units.asClinic() : units.asHealthCentre();
    }

    private static LocalDate today() {
        return LocalDate.now(SwedishTime.ZONE);
    }
}
