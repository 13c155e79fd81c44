package se.samspar.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Consulted bodies comment, the working group answers, and only then is the pathway approved (PWY-2). */
@SamsparTest
class ConsultationTest {

    @Autowired
    SamsparApi api;

    @Test
    void aUnitCommentsForItsCareProvider() {
        PathwayFlow flow = PathwayFlow.consulting(api, "Organization/kommun-lund");
        flow.comment("kommun-lund-hemtjanst", "Hemtjänsten saknas.").expect(200);

        Extension comment = Pathways.comments(flow.read()).get(0);
        assertThat(Pathways.part(comment, "id")).contains("1");
        assertThat(Pathways.part(comment, "text")).contains("Hemtjänsten saknas.");
        assertThat(reference(comment, "body")).isEqualTo("Organization/kommun-lund");
        assertThat(reference(comment, "unit")).isEqualTo("Organization/kommun-lund-hemtjanst");
    }

    private static String reference(Extension comment, String part) {
        return ((Reference) comment.getExtensionByUrl(part).getValue()).getReference();
    }

    @Test
    void aBodyIsNamedByItsHsaIdAsWell() {
        PlanDefinition draft = PathwayFlow.draft();
        Reference region = new Reference();
        region.getIdentifier().setSystem(IdentifierSystems.HSA_ID).setValue("SE2321000255-DEMO-REGION-SKANE");
        draft.addExtension(new Extension(Extensions.CONSULTED_BODY, region));
        PathwayFlow flow = PathwayFlow.written(api, draft);
        flow.advance("consultation").expect(200);
        flow.comment("sus-ortopedi", "Vi behöver fler tider.").expect(200);
    }

    @Test
    void nobodyIsNamedByNumberInWhatEveryUnitReads() {
        PathwayFlow flow = PathwayFlow.consulting(api, "Organization/vc-dalby");
        String text = "Patienten 19121212-1212 fick vänta.";
        assertThat(flow.comment("vc-dalby", text).refused(422).ruleCodes()).containsExactly("pathway-about-nobody");
        assertThat(flow.advance(api.asAdmin(), "revision").expect(200).body()).doesNotContain("1212-1212");
        assertThat(api.asAdmin()
                        .post(flow.path() + "/$advance", parameters("to", new CodeType("approved"), "note", text))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("pathway-about-nobody");
        Parameters introduction = PathwayFlow.introduction(PathwayFlow.REGION);
        introduction.addParameter().setName("goal").setValue(new StringType("Som för 191212121212"));
        assertThat(PathwayFlow.approved(api)
                        .introduce(api.asAdmin(), introduction)
                        .refused(422)
                        .ruleCodes())
                .containsExactly("pathway-about-nobody");
        PlanDefinition draft = PathwayFlow.draft().setDescription("Se 121212-1212");
        assertThat(api.asAdmin().post("PlanDefinition", draft).refused(422).ruleCodes())
                .containsExactly("pathway-about-nobody");
    }

    @Test
    void whoIsNotConsultedDoesNotComment() {
        PathwayFlow flow = PathwayFlow.consulting(api, "Organization/kommun-lund", "Organization/vc-dalby");
        flow.comment("vc-masen", "Vi också.").refused(403);
        flow.comment("samspar-admin", "Vi också.").refused(403);
        flow.comment("vc-dalby", "Vi är konsulterade själva.").expect(200);
    }

    @Test
    void noBodyAloneFillsThePathway() {
        PathwayFlow flow = PathwayFlow.consulting(api, PathwayFlow.REGION, "Organization/kommun-lund");
        for (int number = 0; number < 10; number++) {
            flow.comment("vc-dalby", "Ett till").expect(200);
        }
        flow.comment("sus-ortopedi", "Samma region").refused(422);
        flow.comment("kommun-lund-hemtjanst", "Hemtjänsten saknas.").expect(200);
    }

    @Test
    void commentsAreTakenInConsultationOnly() {
        PathwayFlow flow = PathwayFlow.consulting(api, PathwayFlow.REGION);
        flow.advance("revision").expect(200);
        assertThat(flow.comment("vc-dalby", "För sent").refused(422).ruleCodes())
                .containsExactly("transition-not-allowed");
    }

    @Test
    void whatTwoSayAtOnceIsBothKept() throws Exception {
        PathwayFlow flow = PathwayFlow.consulting(api, PathwayFlow.REGION);
        List<HttpAnswer> answers = InParallel.run(3, () -> flow.comment("vc-dalby", "Samtidigt"));
        assertThat(answers).extracting(HttpAnswer::status).containsOnly(200);
        assertThat(Pathways.comments(flow.read()))
                .extracting(comment -> Pathways.part(comment, "id").orElseThrow())
                .containsExactly("1", "2", "3");
    }

    @Test
    void nothingIsApprovedWhileACommentIsUnanswered() {
        PathwayFlow flow = PathwayFlow.consulting(api, PathwayFlow.REGION);
        flow.comment("vc-dalby", "Ett").expect(200);
        flow.comment("sus-ortopedi", "Två").expect(200);
        flow.advance("revision").expect(200);
        assertThat(flow.advance("approved").refused(422).ruleCodes())
                .containsExactly("comments-answered", "comments-answered");

        flow.answer(PathwayFlow.with(api, "vc-dalby", PathwayFlow.AUTHOR), "1").expect(200);
        flow.answer(api.asAdmin(), "2").expect(200);
        flow.advance("approved").expect(200);
    }

    @Test
    void theWorkingGroupAnswersOnce() {
        PathwayFlow flow = PathwayFlow.consulting(api, PathwayFlow.REGION);
        flow.comment("vc-dalby", "Ett").expect(200);
        flow.answer(api.as("vc-dalby"), "1").refused(403);
        flow.answer(PathwayFlow.with(api, "vc-dalby", PathwayFlow.APPROVAL), "1")
                .refused(403);
        flow.answer(api.asAdmin(), "2").refused(422);
        flow.answer(api.asAdmin(), "1").expect(200);
        flow.answer(api.asAdmin(), "1").refused(422);
        assertThat(Pathways.part(Pathways.comments(flow.read()).get(0), "answer"))
                .contains("Det har ändrats.");
    }

    @Test
    void afterTheDecisionNothingIsAnswered() {
        PathwayFlow flow = PathwayFlow.consulting(api, PathwayFlow.REGION);
        flow.comment("vc-dalby", "Ett").expect(200);
        flow.advance("revision").expect(200);
        flow.advance("consultation").expect(200);
        flow.comment("vc-dalby", "Två").expect(200);
        flow.answer(api.asAdmin(), "1").expect(200);
        flow.answer(api.asAdmin(), "2").expect(200);
        flow.advance("revision").expect(200);
        flow.advance("approved").expect(200);
        flow.answer(api.asAdmin(), "1").refused(422);
    }
}
