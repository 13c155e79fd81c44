package se.samspar.experience;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.store.ResourceStore;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.WorkingDays;

/** What people experienced is summed up so that nobody is recognised (OVP-19). */
@SamsparTest
class ExperienceSummaryTest {

    private static final String SUMMARY = "QuestionnaireResponse/$experience-summary";

    /** Units about whose cases nobody else records anything. */
    private static final String NEEDS_ASSESSMENT = "kommun-lund-bistand";

    private static final String HOME_CARE = "kommun-lund-hemsjukvard";

    /** When the quarter began that is not over. */
    private static final Instant RUNNING = LocalDate.now(WorkingDays.SWEDEN)
            .with(IsoFields.DAY_OF_QUARTER, 1)
            .atStartOfDay(WorkingDays.SWEDEN)
            .toInstant();

    @Autowired
    SamsparApi api;

    @Autowired
    ResourceStore store;

    @Test
    void fromEnoughPeopleOnAUnitReadsWhatTheyExperienced() {
        ExperienceFlow flow = new ExperienceFlow(api);
        date(RUNNING.minusSeconds(1), flow.recordEach(NEEDS_ASSESSMENT, HOME_CARE, 5, 5, 5, 5));
        assertThat(items(HOME_CARE, "")).isEmpty();

        date(RUNNING.minus(1, ChronoUnit.DAYS), flow.recordEach(NEEDS_ASSESSMENT, HOME_CARE, 5, 4));

        HttpAnswer summary = api.as(HOME_CARE).get(SUMMARY).expect(200);
        assertThat(summary.body()).doesNotContain("Tack", "Testsson", "comment", "Patient/", "Organization/");
        assertThat(items(NEEDS_ASSESSMENT, "")).as("of both parties").hasSize(ExperienceFlow.QUESTIONS.size());
        for (ParametersParameterComponent item : items(HOME_CARE, "?unit=Organization/" + HOME_CARE)) {
            assertThat(value(item, "answers")).isEqualTo("6");
            assertThat(value(item, "mean")).isEqualTo("4.8");
            assertThat(item.getPart()).as("five of six would tell of the sixth").noneMatch(part -> part.getName()
                    .equals("distribution"));
        }
        assertThat(items(HOME_CARE, "?end=2025-12-31")).isEmpty();
        assertThat(items(HOME_CARE, "?start=2100-01-01")).isEmpty();
    }

    /** Otherwise whoever asks before and after an answer would learn what it is, however many there were. */
    @Test
    void anAnswerIsPartOfTheSummaryOnceItsQuarterHasEnded() {
        ExperienceFlow flow = new ExperienceFlow(api);
        date(RUNNING.minusSeconds(1), flow.recordEach("vc-nobbelov", "vc-masen", 3, 3, 3, 3, 3));
        String before = api.as("vc-masen").get(SUMMARY).expect(200).body();
        assertThat(before).contains("\"item\"");

        date(RUNNING, flow.recordEach("vc-nobbelov", "vc-masen", 1, 1, 1, 1));
        flow.recordEach("vc-nobbelov", "vc-masen", 1);

        for (String period : List.of("", "?end=" + LocalDate.now(WorkingDays.SWEDEN), "?end=2100-01-01")) {
            assertThat(api.as("vc-masen").get(SUMMARY + period).expect(200).body())
                    .as(period)
                    .isEqualTo(before);
        }
        assertThat(items("vc-masen", "?start=" + RUNNING)).isEmpty();
    }

    @Test
    void aUnitReadsTheSummaryOfItsOwnOnly() {
        assertThat(api.as("sus-neurologi")
                        .get(SUMMARY + "?unit=Organization/" + HOME_CARE)
                        .status())
                .isEqualTo(403);
        assertThat(items("sus-neurologi", "?unit=SE2321000255-DEMO-SUS-NEUROLOGI"))
                .isEmpty();
    }

    @Test
    void smallCountsAreLeftOutAndCannotBeWorkedOut() {
        assertThat(distribution(5, 5, 5, 5, 5, 1, 1, 1, 1, 1)).isEqualTo("1: 5, 5: 5");
        assertThat(distribution(5, 5, 5, 5, 5, 4, 4, 4, 2, 1))
                .as("five are left out")
                .isEqualTo("5: 5");
        assertThat(distribution(5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 1))
                .as("one, and the smallest other with it")
                .isEqualTo("4: 6");
        assertThat(distribution(5, 5, 5, 5)).isEmpty();
    }

    /** Of one question that people answered so, such as {@code 4: 6, 5: 5}. */
    private static String distribution(int... answers) {
        List<QuestionnaireResponse> responses = IntStream.of(answers)
                .mapToObj(answer -> ExperienceFlow.response(new CarePlan(), answer))
                .toList();
        return new Answers(responses, 5)
                .toParameters().getParameter().stream()
                        .flatMap(item -> item.getPart().stream())
                        .filter(part -> part.getName().equals("distribution"))
                        .map(part -> value(part, "value") + ": " + value(part, "number"))
                        .collect(Collectors.joining(", "));
    }

    /** As if these had been recorded then; the server, which dates what is recorded, writes them so. */
    private void date(Instant when, List<QuestionnaireResponse> responses) {
        responses.forEach(response -> store.executeAsServer(() -> store.update(response.setAuthored(Date.from(when)))));
    }

    private List<ParametersParameterComponent> items(String slug, String query) {
        return api.as(slug)
                .get(SUMMARY + query)
                .expect(200)
                .resource(Parameters.class)
                .getParameter();
    }

    private static String value(ParametersParameterComponent of, String name) {
        return of.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }
}
