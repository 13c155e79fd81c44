package se.samspar.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.deviation.DeviationFlow.CLINIC;
import static se.samspar.deviation.DeviationFlow.HEALTH_CENTRE;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoCases;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.WorkingDays;

/** Deviations are counted for learning, each unit's own, without persons (OVP-18). */
@SamsparTest
class DeviationSummaryTest {

    private static final String SUMMARY = "AdverseEvent/$deviation-summary";

    @Autowired
    SamsparApi api;

    private DeviationFlow flow;

    @BeforeEach
    void flow() {
        flow = new DeviationFlow(api);
    }

    @Test
    void aUnitCountsWhatItReportedAndWhatConcernsIt() {
        Map<String, Integer> byClinic = counts(CLINIC, "");
        Map<String, Integer> byHealthCentre = counts(HEALTH_CENTRE, "");
        AdverseEvent late = flow.report(CLINIC, flow.request(), HEALTH_CENTRE, "kind", new CodeType("late"))
                .expect(200)
                .entry(AdverseEvent.class);
        flow.reported(flow.request());
        flow.report(HEALTH_CENTRE, flow.request(), CLINIC).expect(200);
        flow.answer(HEALTH_CENTRE, late).expect(200);

        for (Map.Entry<String, Map<String, Integer>> before :
                Map.of(CLINIC, byClinic, HEALTH_CENTRE, byHealthCentre).entrySet()) {
            assertThat(more(before.getValue(), counts(before.getKey(), "")))
                    .as(before.getKey())
                    .isEqualTo(Map.of(
                            "vc-dalby late request", 1, "vc-dalby none request", 1, "sus-ortopedi none request", 1));
        }
        ParametersParameterComponent counted = parts(summary(CLINIC, "?unit=SE2321000255-DEMO-VC-DALBY")).stream()
                .filter(count -> key(count).equals("vc-dalby late request"))
                .findFirst()
                .orElseThrow();
        assertThat(Integer.parseInt(value(counted, "answered"))).isPositive();
        assertThat(Double.parseDouble(value(counted, "medianDays"))).isBetween(0.0, 1.0);
    }

    @Test
    void itTellsNothingOfPersonsAndTexts() {
        AdverseEvent deviation = flow.reported(flow.request());

        assertThat(summary(HEALTH_CENTRE, "").body())
                .doesNotContain(
                        "Röntgensvaret", "Patient/", deviation.getIdElement().getIdPart(), "ANSTALLD");
    }

    @Test
    void oneUnitOrOnePeriodAlone() {
        flow.reported(flow.request());
        LocalDate today = LocalDate.now(WorkingDays.SWEDEN);

        assertThat(counts(CLINIC, "?unit=Organization/" + HEALTH_CENTRE).keySet())
                .isNotEmpty()
                .allMatch(key -> key.startsWith(HEALTH_CENTRE));
        assertThat(counts(CLINIC, "?unit=Organization/finns-inte")).isEmpty();
        assertThat(counts(CLINIC, "?end=" + today.minusYears(1))).isEmpty();
        assertThat(counts(CLINIC, "?start=" + today.plusDays(2))).isEmpty();
        assertThat(counts(CLINIC, "?start=%s&end=%s".formatted(today.minusDays(1), today.plusDays(1))))
                .isNotEmpty();
        assertThat(summary(CLINIC, "?start=nyss").status()).isEqualTo(400);
    }

    @Test
    void ofOthersAUnitCountsNothing() {
        CarePlan aCase = DemoCases.open(api, "kommun-lund-bistand", List.of(HEALTH_CENTRE, "rehab-lund"))
                .entry(CarePlan.class);
        Map<String, Integer> before = counts("rehab-lund", "?unit=Organization/" + HEALTH_CENTRE);
        flow.report("kommun-lund-bistand", aCase, HEALTH_CENTRE).expect(200);

        assertThat(counts("rehab-lund", "?unit=Organization/" + HEALTH_CENTRE)).isEqualTo(before);
    }

    private HttpAnswer summary(String slug, String query) {
        return api.as(slug).get(SUMMARY + query);
    }

    private Map<String, Integer> counts(String slug, String query) {
        return parts(summary(slug, query)).stream()
                .collect(Collectors.toMap(DeviationSummaryTest::key, count -> Integer.valueOf(value(count, "number"))));
    }

    private static List<ParametersParameterComponent> parts(HttpAnswer answer) {
        return answer.expect(200).resource(Parameters.class).getParameter();
    }

    private static Map<String, Integer> more(Map<String, Integer> before, Map<String, Integer> after) {
        return after.entrySet().stream()
                .map(count -> Map.entry(count.getKey(), count.getValue() - before.getOrDefault(count.getKey(), 0)))
                .filter(count -> count.getValue() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String key(ParametersParameterComponent count) {
        return "%s %s %s"
                .formatted(
                        value(count, "unit").replace("Organization/", ""), value(count, "kind"), value(count, "step"));
    }

    private static String value(ParametersParameterComponent count, String name) {
        return count.getPart().stream()
                .filter(part -> part.getName().equals(name))
                .map(part -> part.getValue() instanceof Reference unit
                        ? unit.getReference()
                        : part.getValue().primitiveValue())
                .findFirst()
                .orElse("none");
    }
}
