package se.samspar.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedArtifact.RelatedArtifactType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A region introduces an approved pathway with an analysis, and does what that asks for (PWY-3, UPP-2). */
@SamsparTest
class IntroductionTest {

    @Autowired
    SamsparApi api;

    @Test
    void theRegionalPathwayIsTheNationalOneWithWhatTheRegionSays() {
        PathwayFlow national = PathwayFlow.approved(api);
        PlanDefinition regional = national.introduced().read();

        assertThat(Pathways.state(regional)).contains(PathwayState.INTRODUCED);
        assertThat(PathwayFlow.steps(regional)).containsExactly("introduced");
        assertThat(regional.getUrl()).isEqualTo(national.read().getUrl() + "-region-skane");
        assertThat(regional.getVersion()).isEqualTo("1.0-1");
        assertThat(regional.getPublisher()).isEqualTo("Region Skåne");
        assertThat(regional.getRelatedArtifact())
                .filteredOn(artifact -> artifact.getType() == RelatedArtifactType.DERIVEDFROM)
                .extracting(artifact -> artifact.getResource())
                .containsExactly(national.read().getUrl() + "|1.0");
        assertThat(regional.getAction()).hasSize(2);
        assertThat(regional.getGoal()).hasSize(1);
        assertThat(Pathways.actions(regional)).hasSize(2);
        assertThat(Pathways.part(Pathways.analysis(regional).orElseThrow(), "size"))
                .contains("1400");
        assertThat(Pathways.state(national.read())).contains(PathwayState.APPROVED);
    }

    @Test
    void whatTheAnalysisLacksIsSaidAllAtOnce() {
        PathwayFlow national = PathwayFlow.approved(api);
        HttpAnswer refused = national.introduce(api.asAdmin(), parameters("region", new Reference(PathwayFlow.REGION)))
                .refused(422);
        assertThat(refused.ruleCodes()).hasSize(6).containsOnly("introduction-analysed");
    }

    @Test
    void anActionIsDueOnADay() {
        PathwayFlow national = PathwayFlow.approved(api);
        for (String due : List.of("2026-05", "2026")) {
            Parameters sent = PathwayFlow.introduction(PathwayFlow.REGION);
            sent.getParameter().stream()
                    .flatMap(parameter -> parameter.getPart().stream())
                    .filter(part -> part.getName().equals("due"))
                    .forEach(part -> part.setValue(new DateType(due)));
            assertThat(national.introduce(api.asAdmin(), sent).refused(422).body())
                    .contains("due", "ALL-5");
        }
    }

    @Test
    void nothingOfAnotherTypeIsPassedOver() {
        PathwayFlow national = PathwayFlow.approved(api);
        for (String name : List.of("size", "due", "responsible")) {
            Parameters sent = PathwayFlow.introduction(PathwayFlow.REGION);
            sent.getParameter().stream()
                    .flatMap(parameter -> parameter.getPart().stream())
                    .filter(part -> part.getName().equals(name))
                    .forEach(part -> part.setValue(new IntegerType(7)));
            assertThat(national.introduce(api.asAdmin(), sent).refused(422).body())
                    .contains("'" + name + "' has a value of type integer");
        }
    }

    @Test
    void anAnalysisNamesAnIndicator() {
        Parameters introduction = PathwayFlow.introduction(PathwayFlow.REGION);
        introduction.getParameter().removeIf(parameter -> parameter.getName().equals("indicator"));
        assertThat(PathwayFlow.approved(api)
                        .introduce(api.asAdmin(), introduction)
                        .refused(422)
                        .ruleCodes())
                .containsExactly("introduction-analysed");
    }

    @Test
    void aRegionIntroducesAndNobodyElse() {
        PathwayFlow national = PathwayFlow.approved(api);
        for (String other : List.of("Organization/kommun-lund", "Organization/vc-dalby")) {
            assertThat(national.introduce(api.asAdmin(), PathwayFlow.introduction(other))
                            .refused(422)
                            .ruleCodes())
                    .containsExactly("region-introduces");
        }
        national.introduce(api.asAdmin(), PathwayFlow.introduction("Organization/finns-inte"))
                .refused(422);
    }

    @Test
    void aUnitIntroducesInItsOwnRegion() {
        PathwayFlow national = PathwayFlow.approved(api);
        Parameters introduction = PathwayFlow.introduction(PathwayFlow.REGION);
        introduction
                .getParameterFirstRep()
                .setValue(new Reference()
                        .setIdentifier(new Identifier()
                                .setSystem(IdentifierSystems.HSA_ID)
                                .setValue("SE2321000255-DEMO-REGION-SKANE")));
        national.introduce(api.as("sus-ortopedi"), introduction).refused(403);
        national.introduce(PathwayFlow.with(api, "sus-ortopedi", PathwayFlow.APPROVAL), introduction)
                .refused(403);
        national.introduce(PathwayFlow.with(api, "kommun-lund-hemtjanst", PathwayFlow.INTRODUCTION), introduction)
                .refused(403);
        national.introduce(PathwayFlow.with(api, "sus-ortopedi", PathwayFlow.INTRODUCTION), introduction)
                .expect(200);
    }

    @Test
    void onlyAnApprovedPathwayIsIntroduced() {
        PathwayFlow draft = PathwayFlow.drafted(api);
        PathwayFlow regional = PathwayFlow.approved(api).introduced();
        for (PathwayFlow flow : List.of(draft, regional)) {
            assertThat(flow.introduce(api.asAdmin(), PathwayFlow.introduction(PathwayFlow.REGION))
                            .refused(422)
                            .ruleCodes())
                    .contains("transition-not-allowed");
        }
    }

    @Test
    void aRegionHasItOnceAtATime() throws Exception {
        PathwayFlow national = PathwayFlow.approved(api);
        List<HttpAnswer> answers = InParallel.run(
                2, () -> national.introduce(api.asAdmin(), PathwayFlow.introduction(PathwayFlow.REGION)));
        assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 422);
        assertThat(national.introduce(api.asAdmin(), PathwayFlow.introduction(PathwayFlow.REGION))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("introduced-once");
    }

    @Test
    void aRetiredIntroductionMakesRoomForTheNext() {
        PathwayFlow national = PathwayFlow.approved(api);
        PathwayFlow first = national.introduced();
        first.advance(PathwayFlow.with(api, "sus-ortopedi", PathwayFlow.APPROVAL), "retired")
                .refused(403);
        first.advance(PathwayFlow.with(api, "kommun-lund-hemtjanst", PathwayFlow.INTRODUCTION), "retired")
                .refused(403);
        first.advance(PathwayFlow.with(api, "sus-ortopedi", PathwayFlow.INTRODUCTION), "retired")
                .expect(200);
        assertThat(national.introduced().read().getVersion()).isEqualTo("1.0-2");
    }

    @Test
    void theRegionalPathwayStandsWhenTheNationalOneIsRetired() {
        PathwayFlow national = PathwayFlow.approved(api);
        PathwayFlow regional = national.introduced();
        national.advance("retired").expect(200);
        assertThat(Pathways.state(regional.read())).contains(PathwayState.INTRODUCED);
    }

    @Test
    void theRegionalPathwayIsNotEdited() {
        PathwayFlow regional = PathwayFlow.approved(api).introduced();
        assertThat(regional.put(regional.read().setTitle("Annat")).refused(422).ruleCodes())
                .containsExactly("transition-not-allowed");
    }

    @Test
    void readinessCountsTheActions() {
        PathwayFlow regional = PathwayFlow.approved(api).introduced();
        assertThat(readiness(regional)).containsExactly("2", "0", "1", "2099-06-30", "false");

        complete(regional, "1", new DateType("2025-02-03")).expect(200);
        assertThat(readiness(regional)).containsExactly("2", "1", "0", "2099-06-30", "false");

        api.asAdmin()
                .post(regional.path() + "/$complete-action", parameters("action", "2"))
                .expect(200);
        assertThat(readiness(regional)).containsExactly("2", "2", "0", "true");
    }

    private HttpAnswer complete(PathwayFlow regional, String action, DateType done) {
        return PathwayFlow.with(api, "sus-ortopedi", PathwayFlow.INTRODUCTION)
                .post(regional.path() + "/$complete-action", parameters("action", action, "done", done));
    }

    /** In the order total, done, overdue, nextDue (where there is one), ready. */
    private List<String> readiness(PathwayFlow regional) {
        return api
                .as("vc-dalby")
                .get(regional.path() + "/$readiness")
                .expect(200)
                .resource(Parameters.class)
                .getParameter()
                .stream()
                .map(parameter -> parameter.getValue().primitiveValue())
                .toList();
    }

    @Test
    void anActionIsDoneOnceAndNotInTheFuture() {
        PathwayFlow regional = PathwayFlow.approved(api).introduced();
        complete(regional, "3", new DateType("2025-02-03")).refused(422);
        complete(regional, "1", new DateType("2099-02-03")).refused(422);
        complete(regional, "1", new DateType("2025-02")).refused(422);
        complete(regional, "1", new DateType("2025-02-03")).expect(200);
        complete(regional, "1", new DateType("2025-02-04")).refused(422);
        PathwayFlow.with(api, "kommun-lund-hemtjanst", PathwayFlow.INTRODUCTION)
                .post(regional.path() + "/$complete-action", parameters("action", "2"))
                .refused(403);
        api.as("sus-ortopedi")
                .post(regional.path() + "/$complete-action", parameters("action", "2"))
                .refused(403);
        regional.advance("retired").expect(200);
        assertThat(api.asAdmin()
                        .post(regional.path() + "/$complete-action", parameters("action", "2"))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("transition-not-allowed");
    }

    @Test
    void aNationalPathwayHasNoReadiness() {
        PathwayFlow national = PathwayFlow.approved(api);
        api.as("vc-dalby").get(national.path() + "/$readiness").refused(422);
        api.as("vc-dalby").get("PlanDefinition/finns-inte/$readiness").refused(404);
        api.asNobody().get(national.path() + "/$readiness").refused(401);
    }
}
