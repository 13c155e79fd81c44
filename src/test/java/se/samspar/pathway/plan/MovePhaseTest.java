package se.samspar.pathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;
import static se.samspar.support.StartedPathways.leave;
import static se.samspar.support.StartedPathways.move;
import static se.samspar.support.StartedPathways.path;
import static se.samspar.support.StartedPathways.started;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.pathway.PhaseTime;
import se.samspar.support.DemoCases;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** The responsible unit moves a started pathway forwards, phase by phase, to its end, or ends it before. */
@SamsparTest
class MovePhaseTest {

    @Autowired
    SamsparApi api;

    private CarePlan moved(CarePlan plan, String phase) {
        return move(api, "vc-dalby", plan, phase).expect(200).resource(CarePlan.class);
    }

    private HttpAnswer finish(CarePlan plan) {
        return api.as("vc-dalby").post(path(plan) + "/$move-phase", new Parameters());
    }

    private static Stream<CarePlanActivityStatus> statuses(CarePlan plan, PathwayPhase phase) {
        return PathwayPlans.details(plan)
                .filter(detail ->
                        PathwayPlans.phase(detail).filter(phase::equals).isPresent())
                .map(CarePlanActivityDetailComponent::getStatus);
    }

    @Test
    void aPhaseEndsWhenTheNextBegins() {
        CarePlan plan = moved(started(api, "early-detection"), "investigation");

        List<PhaseTime> times = PhaseTime.of(plan);
        assertThat(times)
                .extracting(PhaseTime::phase)
                .containsExactly(PathwayPhase.EARLY_DETECTION, PathwayPhase.INVESTIGATION);
        assertThat(times.get(0).ended()).contains(times.get(1).started());
        assertThat(times.get(1).ended()).isEmpty();
        assertThat(times.get(1).dueBy())
                .contains(times.get(1)
                        .started()
                        .atZone(SwedishTime.ZONE)
                        .plusDays(20)
                        .toInstant());
        assertThat(plan.getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
        assertThat(plan.getExtensionByUrl(Extensions.ENTRY_PHASE).getValue().primitiveValue())
                .isEqualTo("early-detection");
    }

    @Test
    void whatIsPassedOverIsNotCarriedOut() {
        CarePlan plan = moved(started(api, "early-detection"), "follow-up");
        assertThat(statuses(plan, PathwayPhase.EARLY_DETECTION)).containsOnly(CarePlanActivityStatus.NOTSTARTED);
        assertThat(statuses(plan, PathwayPhase.INVESTIGATION)).containsOnly(CarePlanActivityStatus.CANCELLED);
        assertThat(statuses(plan, PathwayPhase.TREATMENT)).containsOnly(CarePlanActivityStatus.CANCELLED);
        assertThat(statuses(plan, PathwayPhase.FOLLOW_UP)).containsOnly(CarePlanActivityStatus.NOTSTARTED);
        assertThat(PhaseTime.of(plan)).hasSize(2);
    }

    @Test
    void afterTheLastPhaseThePathwayHasBeenGoneThrough() {
        CarePlan plan = started(api, "follow-up");
        assertThat(finish(plan).refused(422).ruleCodes()).containsExactly("transition-not-allowed");
        plan = moved(plan, "rehabilitation");
        CarePlan ended = finish(plan).expect(200).resource(CarePlan.class);

        assertThat(ended.getStatus()).isEqualTo(CarePlanStatus.COMPLETED);
        assertThat(ended.getPeriod().getEnd()).isNotNull();
        assertThat(PhaseTime.of(ended)).allMatch(time -> time.ended().isPresent());
        assertThat(ended.hasExtension(Extensions.LEAVE_REASON)).isFalse();
    }

    @Test
    void nobodyGoesBackOrOnAfterTheEnd() {
        CarePlan plan = started(api, "treatment");
        for (String phase : List.of("treatment", "investigation", "early-detection")) {
            assertThat(move(api, "vc-dalby", plan, phase).refused(422).ruleCodes())
                    .containsExactly("transition-not-allowed");
        }
        leave(api, "vc-dalby", plan).expect(200);
        for (HttpAnswer answer :
                List.of(move(api, "vc-dalby", plan, "follow-up"), leave(api, "vc-dalby", plan), finish(plan))) {
            assertThat(answer.refused(422).ruleCodes()).containsExactly("transition-not-allowed");
        }
        move(api, "vc-dalby", plan, "no-such-phase").refused(422);
    }

    @Test
    void whoLeavesSaysWhy() {
        CarePlan plan = started(api, "treatment");
        for (Parameters without : List.of(new Parameters(), parameters("reason", " "))) {
            HttpAnswer answer = api.as("vc-dalby").post(path(plan) + "/$leave-pathway", without);
            assertThat(answer.status()).isIn(400, 422);
        }
        assertThat(api.as("vc-dalby")
                        .post(path(plan) + "/$leave-pathway", new Parameters())
                        .refused(422)
                        .ruleCodes())
                .containsExactly("reason-given");
        CarePlan left = leave(api, "vc-dalby", plan).expect(200).resource(CarePlan.class);
        assertThat(left.getStatus()).isEqualTo(CarePlanStatus.REVOKED);
        assertThat(left.getExtensionByUrl(Extensions.LEAVE_REASON).getValue().primitiveValue())
                .isEqualTo("Misstanken avskriven");
        assertThat(PhaseTime.of(left)).allMatch(time -> time.ended().isPresent());
        assertThat(left.getActivity())
                .extracting(activity -> activity.getDetail().getStatus())
                .containsOnly(CarePlanActivityStatus.CANCELLED);
    }

    @Test
    void onlyTheResponsibleUnitMovesAndEndsIt() {
        CarePlan plan = started(api, "treatment");
        plan.getActivity().get(0).getDetail().setPerformer(List.of(DemoCases.unit("sus-ortopedi")));
        api.as("vc-dalby").put(path(plan), plan).expect(200);
        api.as("sus-ortopedi").get(path(plan)).expect(200);

        move(api, "sus-ortopedi", plan, "follow-up").refused(403);
        leave(api, "sus-ortopedi", plan).refused(403);
        move(api, "sus-neurologi", plan, "follow-up").refused(404);
        leave(api, "sus-neurologi", plan).refused(404);
    }

    @Test
    void aCaseIsNoPathway() {
        CarePlan aCase = DemoCases.open(api, "kommun-lund-hemtjanst", List.of("vc-dalby"))
                .entry(CarePlan.class);
        move(api, "kommun-lund-hemtjanst", aCase, "treatment").refused(404);
        leave(api, "kommun-lund-hemtjanst", aCase).refused(404);
    }

    @RepeatedTest(3)
    void ofTwoWhoMoveItAtOnceOneWins() throws Exception {
        CarePlan plan = started(api, "treatment");
        List<HttpAnswer> answers = InParallel.run(3, () -> move(api, "vc-dalby", plan, "follow-up"));
        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 200).allSatisfy(answer -> assertThat(
                        answer.refused(422).ruleCodes())
                .containsExactly("transition-not-allowed"));
        CarePlan after =
                api.as("vc-dalby").read(CarePlan.class, plan.getIdElement().getIdPart());
        assertThat(PhaseTime.of(after)).hasSize(2);
    }

    @RepeatedTest(3)
    void ofTwoOnTheSameVersionOneWins() throws Exception {
        CarePlan plan = started(api, "treatment");
        String version = "If-Match: W/\"" + plan.getMeta().getVersionId() + "\"";
        List<Callable<HttpAnswer>> both = List.of(
                () -> move(api, "vc-dalby", plan, "follow-up", version),
                () -> move(api, "vc-dalby", plan, "rehabilitation", version));
        assertThat(InParallel.run(both)).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aMoveAnswersTheNewVersion() {
        CarePlan plan = started(api, "treatment");
        HttpAnswer answer = api.as("vc-dalby")
                .post(path(plan) + "/$move-phase", parameters("phase", new CodeType("follow-up")))
                .expect(200);
        assertThat(answer.header("ETag")).isEqualTo("W/\"2\"");
    }
}
