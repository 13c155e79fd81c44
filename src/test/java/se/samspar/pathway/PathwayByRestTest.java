package se.samspar.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.PlanDefinition.ActionRelationshipType;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** By plain REST an administrator writes what a pathway says while it is being written, and nothing of its life. */
@SamsparTest
class PathwayByRestTest {

    @Autowired
    SamsparApi api;

    @Test
    void othersWriteNone() {
        api.as("vc-dalby").post("PlanDefinition", PathwayFlow.draft()).refused(403);
        api.asSystemOf("vc-dalby", "system/*.cruds " + PathwayFlow.AUTHOR)
                .post("PlanDefinition", PathwayFlow.draft())
                .refused(403);
        api.asNobody().post("PlanDefinition", PathwayFlow.draft()).refused(401);
        PathwayFlow flow = PathwayFlow.drafted(api);
        api.as("vc-dalby").put(flow.path(), flow.read()).refused(403);
        api.as("vc-dalby")
                .patch(flow.path(), "[{\"op\":\"replace\",\"path\":\"/title\",\"value\":\"Annat\"}]")
                .refused(403);
    }

    @Test
    void theContentIsEditedAsADraftAndInRevision() {
        PathwayFlow flow = PathwayFlow.drafted(api);
        flow.put(titled(flow, "Ett")).expect(200);
        flow.advance("consultation").expect(200);
        assertThat(flow.put(titled(flow, "Två")).refused(422).ruleCodes()).containsExactly("transition-not-allowed");
        flow.advance("revision").expect(200);
        flow.put(titled(flow, "Tre")).expect(200);
        flow.advance("approved").expect(200);
        assertThat(flow.put(titled(flow, "Fyra")).refused(422).ruleCodes()).containsExactly("transition-not-allowed");
        assertThat(flow.read().getTitle()).isEqualTo("Tre");
        flow.put(flow.read()).expect(200);
    }

    private static PlanDefinition titled(PathwayFlow flow, String title) {
        return flow.read().setTitle(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "status", "no state", "no steps", "another step", "comment", "region"})
    void itsLifeIsNotEdited(String what) {
        PathwayFlow flow = PathwayFlow.drafted(api);
        PlanDefinition pathway = flow.read();
        claim(pathway, what);
        assertThat(flow.put(pathway).refused(422).ruleCodes()).contains("server-written");
        assertThat(PathwayFlow.steps(flow.read())).containsExactly("draft");
    }

    private static void claim(PlanDefinition pathway, String what) {
        switch (what) {
            case "state" -> pathway.getExtensionByUrl(Extensions.PATHWAY_STATE).setValue(new CodeType("approved"));
            case "status" -> pathway.setStatus(PublicationStatus.ACTIVE);
            case "no state" -> remove(pathway, Extensions.PATHWAY_STATE);
            case "no steps" -> remove(pathway, Extensions.LIFE_CYCLE_STEP);
            case "another step" -> pathway.addExtension(
                    pathway.getExtensionByUrl(Extensions.LIFE_CYCLE_STEP).copy());
            case "comment" -> pathway.addExtension()
                    .setUrl(Extensions.CONSULTATION_COMMENT)
                    .addExtension("id", new CodeType("1"));
            default -> pathway.addExtension(new Extension(Extensions.REGION, new Reference(PathwayFlow.REGION)));
        }
    }

    private static void remove(PlanDefinition pathway, String url) {
        pathway.getExtension().removeIf(extension -> url.equals(extension.getUrl()));
    }

    @Test
    void noneIsBornApproved() {
        PlanDefinition born = PathwayFlow.draft();
        born.addExtension(new Extension(Extensions.PATHWAY_STATE, new CodeType("approved")));
        assertThat(api.asAdmin().post("PlanDefinition", born).refused(422).ruleCodes())
                .contains("server-written");
        assertThat(api.asAdmin()
                        .post("PlanDefinition", PathwayFlow.draft().setStatus(PublicationStatus.ACTIVE))
                        .refused(422)
                        .ruleCodes())
                .contains("server-written");
    }

    @Test
    void aTransactionMeetsTheSame() {
        PlanDefinition born = PathwayFlow.draft();
        born.addExtension(new Extension(Extensions.PATHWAY_STATE, new CodeType("introduced")));
        Bundle bundle = new Bundle().setType(BundleType.TRANSACTION);
        bundle.addEntry()
                .setResource(born)
                .getRequest()
                .setMethod(HTTPVerb.POST)
                .setUrl("PlanDefinition");
        assertThat(api.asAdmin().post("", bundle).refused(422).ruleCodes()).contains("server-written");
    }

    @Test
    void whatItSaysStandsInItsElementsAndNotInANarrative() {
        PlanDefinition told = PathwayFlow.draft();
        told.getText().setStatus(NarrativeStatus.GENERATED);
        told.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">Om någon</div>");
        api.asAdmin().post("PlanDefinition", told).refused(422);
    }

    @Test
    void aVersionIsThereOnce() {
        PlanDefinition draft = PathwayFlow.draft();
        PathwayFlow.written(api, draft);
        assertThat(api.asAdmin().post("PlanDefinition", draft).refused(422).ruleCodes())
                .containsExactly("pathway-version-once");
        PathwayFlow.written(api, draft.setVersion("2.0"));
    }

    @Test
    void phasesStandOnceInTheOrderOfTheChain() {
        PlanDefinition backwards = PathwayFlow.draft();
        backwards.setAction(
                List.of(backwards.getAction().get(1), backwards.getAction().get(0)));
        PlanDefinition twice = PathwayFlow.draft();
        PathwayFlow.phase(twice, PathwayPhase.INVESTIGATION);
        PlanDefinition unnamed = PathwayFlow.draft();
        unnamed.getActionFirstRep().setId("suspicion");
        List.of(backwards, twice, unnamed, PathwayFlow.draft().setAction(null))
                .forEach(wrong -> api.asAdmin().post("PlanDefinition", wrong).refused(422));
    }

    @Test
    void aLeadTimeCountsFromAnEarlierPhase() {
        PathwayFlow.written(api, withLeadTime(1, "early-detection"));
        api.asAdmin().post("PlanDefinition", withLeadTime(0, "investigation")).refused(422);
        api.asAdmin().post("PlanDefinition", withLeadTime(1, "treatment")).refused(422);
    }

    private static PlanDefinition withLeadTime(int phase, String from) {
        PlanDefinition draft = PathwayFlow.draft();
        draft.getAction()
                .get(phase)
                .addRelatedAction()
                .setActionId(from)
                .setRelationship(ActionRelationshipType.AFTERSTART)
                .setOffset(PathwayFlow.days(37));
        return draft;
    }
}
