package se.samspar.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A national pathway goes from draft by consultation and revision to approved, step by step (PWY-2). */
@SamsparTest
class PathwayLifeCycleTest {

    @Autowired
    SamsparApi api;

    @Test
    void aNewPathwayIsADraftWhateverElse() {
        PlanDefinition draft = PathwayFlow.drafted(api).read();
        assertThat(Pathways.state(draft)).contains(PathwayState.DRAFT);
        assertThat(draft.getStatus()).isEqualTo(PublicationStatus.DRAFT);
        assertThat(PathwayFlow.steps(draft)).containsExactly("draft");
    }

    @Test
    void everyStepIsKeptAndTheStatusFollows() {
        PathwayFlow flow = PathwayFlow.drafted(api);
        List.of("consultation", "revision", "consultation", "revision", "approved")
                .forEach(state -> flow.advance(state).expect(200));
        assertThat(flow.read().getStatus()).isEqualTo(PublicationStatus.ACTIVE);
        flow.advance("retired").expect(200);

        PlanDefinition retired = flow.read();
        assertThat(retired.getStatus()).isEqualTo(PublicationStatus.RETIRED);
        assertThat(Pathways.state(retired)).contains(PathwayState.RETIRED);
        assertThat(PathwayFlow.steps(retired))
                .containsExactly(
                        "draft", "consultation", "revision", "consultation", "revision", "approved", "retired");
    }

    @Test
    void aStepSaysWhoTookItAndWhatWasNoted() {
        PathwayFlow flow = PathwayFlow.drafted(api);
        api.withClaims(
                        "vc-dalby",
                        "user/PlanDefinition.ru " + PathwayFlow.AUTHOR,
                        Map.of("employeeHsaId", "SE2321000255-DEMO-ARBETSGRUPP-1"))
                .post(
                        flow.path() + "/$advance",
                        parameters("to", new CodeType("consultation"), "note", "Remiss till den 30 november"))
                .expect(200);

        Extension step =
                flow.read().getExtensionsByUrl(Extensions.LIFE_CYCLE_STEP).get(1);
        assertThat(((Identifier) step.getExtensionByUrl("who").getValue()).getValue())
                .isEqualTo("SE2321000255-DEMO-ARBETSGRUPP-1");
        assertThat(Pathways.part(step, "client")).contains("vc-dalby");
        assertThat(Pathways.part(step, "note")).contains("Remiss till den 30 november");
    }

    @ParameterizedTest
    @CsvSource({
        "'',draft revision approved introduced retired",
        "consultation,draft consultation approved introduced retired",
        "consultation revision,draft revision introduced retired",
        "consultation revision approved,draft consultation revision approved introduced",
        "consultation revision approved retired,draft consultation revision approved introduced retired"
    })
    void noOtherStepIsTaken(String way, String refused) {
        PathwayFlow flow = PathwayFlow.drafted(api);
        for (String state : way.split(" ")) {
            if (!state.isEmpty()) {
                flow.advance(state).expect(200);
            }
        }
        for (String state : refused.split(" ")) {
            assertThat(flow.advance(state).refused(422).ruleCodes()).containsExactly("transition-not-allowed");
        }
    }

    @Test
    void eachScopeTakesItsOwnSteps() {
        PathwayFlow flow = PathwayFlow.drafted(api);
        var author = PathwayFlow.with(api, "vc-dalby", PathwayFlow.AUTHOR);
        var steering = PathwayFlow.with(api, "vc-dalby", PathwayFlow.APPROVAL);

        flow.advance(steering, "consultation").refused(403);
        flow.advance(author, "consultation").expect(200);
        flow.advance(steering, "revision").refused(403);
        flow.advance(author, "revision").expect(200);
        flow.advance(author, "approved").refused(403);
        flow.advance(steering, "approved").expect(200);
        flow.advance(author, "retired").refused(403);
        flow.advance(PathwayFlow.with(api, "vc-dalby", PathwayFlow.INTRODUCTION), "retired")
                .refused(403);
        flow.advance(steering, "retired").expect(200);
    }

    @Test
    void withoutAScopeNobodyTakesAny() {
        PathwayFlow flow = PathwayFlow.drafted(api);
        flow.advance(api.as("vc-dalby"), "consultation").refused(403);
        flow.advance(api.asSystemOf("vc-dalby", PathwayFlow.AUTHOR), "consultation")
                .refused(403);
        flow.advance(api.asSystemOf("vc-dalby", "system/PlanDefinition.rs " + PathwayFlow.AUTHOR), "consultation")
                .refused(403);
        flow.advance(api.asNobody(), "consultation").refused(401);
        assertThat(PathwayFlow.steps(flow.read())).containsExactly("draft");
    }

    @Test
    void ofTwoStepsOnTheSameVersionOneWins() throws Exception {
        PathwayFlow flow = PathwayFlow.drafted(api);
        flow.advance("consultation").expect(200);
        flow.advance("revision").expect(200);
        String version = flow.ifMatch();
        List<HttpAnswer> answers = InParallel.run(List.of(
                () -> flow.advance(api.asAdmin(), "approved", version),
                () -> flow.advance(api.asAdmin(), "consultation", version)));
        assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(PathwayFlow.steps(flow.read())).hasSize(4);
    }

    @Test
    void ofTwoStepsAtOnceWithoutAVersionTheTableLetsOneThrough() throws Exception {
        PathwayFlow flow = PathwayFlow.drafted(api);
        List<HttpAnswer> answers = InParallel.run(3, () -> flow.advance("consultation"));
        assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 422, 422);
        assertThat(PathwayFlow.steps(flow.read())).containsExactly("draft", "consultation");
    }
}
