package se.samspar.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.deviation.DeviationFlow.HEALTH_CENTRE;
import static se.samspar.deviation.DeviationFlow.HOME_SERVICE;
import static se.samspar.deviation.DeviationFlow.REHABILITATION;
import static se.samspar.deviation.DeviationFlow.path;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoCases;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Nobody but who reported a deviation and whom it concerns reads it, not even the other parties of the case (ALL-3). */
@SamsparTest
class DeviationAccessTest {

    /** A party of the case, who sees what the deviation is about; and a unit that knows neither. */
    private static final List<String> OTHERS = List.of(REHABILITATION, "sus-neurologi");

    @Autowired
    SamsparApi api;

    private CarePlan aCase;
    private Consent consent;
    private AdverseEvent deviation;
    private Task task;

    @BeforeEach
    void theHomeServiceReportsOnTheHealthCentre() {
        HttpAnswer opened = DemoCases.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE, REHABILITATION));
        aCase = opened.entry(CarePlan.class);
        consent = opened.entry(Consent.class);
        HttpAnswer reported = new DeviationFlow(api)
                .report(HOME_SERVICE, aCase, HEALTH_CENTRE)
                .expect(200);
        deviation = reported.entry(AdverseEvent.class);
        task = reported.entry(Task.class);
    }

    @Test
    void bothUnitsReadItAndFindIt() {
        for (String unit : List.of(HOME_SERVICE, HEALTH_CENTRE)) {
            api.as(unit).get(path(deviation) + "/_history").expect(200);
            searches().forEach(search -> assertThat(found(unit, search))
                    .as("%s by %s", search, unit)
                    .hasSize(1));
        }
    }

    @Test
    void nobodyElseDoes() {
        assertThat(api.as(REHABILITATION).get(path(aCase)).status()).isEqualTo(200);
        for (String unit : OTHERS) {
            Stream.of(
                            path(deviation),
                            path(deviation) + "/_history",
                            path(deviation) + "/_history/1",
                            path(task),
                            path(task) + "/_history/1")
                    .forEach(read -> assertThat(api.as(unit).get(read).status())
                            .as("%s by %s", read, unit)
                            .isEqualTo(404));
            searches().forEach(search -> assertThat(found(unit, search))
                    .as("%s by %s", search, unit)
                    .isEmpty());
            assertThat(api.as(unit)
                            .get("Task?_id=%s&_include=Task:focus"
                                    .formatted(task.getIdElement().getIdPart()))
                            .body())
                    .doesNotContain(deviation.getIdElement().getIdPart());
            assertThat(api.as(unit)
                            .get("CarePlan?_id=%s&_revinclude=AdverseEvent:failed-step"
                                    .formatted(aCase.getIdElement().getIdPart()))
                            .body())
                    .doesNotContain(deviation.getIdElement().getIdPart());
            assertThat(api.as(unit)
                            .post(path(deviation) + "/$answer", parameters("text", "Svar"))
                            .status())
                    .isEqualTo(404);
            assertThat(api.as(unit).put(path(deviation), deviation).status()).isEqualTo(404);
        }
    }

    private Stream<String> searches() {
        String id = deviation.getIdElement().getIdPart();
        return Stream.of(
                "_id=" + id,
                "failed-step=" + path(aCase),
                "concerned-unit=Organization/%s&_id=%s".formatted(HEALTH_CENTRE, id),
                "reporting-unit=Organization/%s&_id=%s".formatted(HOME_SERVICE, id),
                "subject=" + deviation.getSubject().getReference(),
                "kind:missing=true&_id=" + id,
                "reported=gt2020-01-01&_id=" + id);
    }

    private List<AdverseEvent> found(String unit, String search) {
        return api.as(unit).get("AdverseEvent?" + search).expect(200).entries(AdverseEvent.class);
    }

    @Test
    void noSearchAsksAboutWhatADeviationIsAbout() {
        for (String search : List.of(
                "failed-step:CarePlan.status=active",
                "failed-step.status=active",
                "concerned-unit.name=Dalby",
                "_has:Task:focus:status=requested")) {
            assertThat(api.as(HOME_SERVICE).get("AdverseEvent?" + search).status())
                    .as(search)
                    .isEqualTo(400);
        }
    }

    @Test
    void itStaysWhenTheConsentIsWithdrawnAfterwards() {
        api.as(HOME_SERVICE)
                .post(path(consent) + "/$withdraw", parameters("reason", "Vill inte längre"))
                .expect(200);

        assertThat(api.as(HEALTH_CENTRE).get(path(aCase)).status()).isEqualTo(404);
        new DeviationFlow(api).answer(HEALTH_CENTRE, deviation).expect(200);
        api.as(HOME_SERVICE).get(path(deviation)).expect(200);
    }

    @Test
    void aTokenWithoutTheScopeReportsNothing() {
        assertThat(api.asSystemOf(HOME_SERVICE, "system/CarePlan.rs")
                        .post(
                                "AdverseEvent/$report-deviation",
                                parameters(
                                        "concerns",
                                        new Reference(path(aCase)),
                                        "unit",
                                        DemoCases.unit(HEALTH_CENTRE),
                                        "text",
                                        "Sent"))
                        .status())
                .isEqualTo(403);
    }
}
