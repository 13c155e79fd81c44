package se.samspar.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.experience.ExperienceFlow.path;
import static se.samspar.experience.ExperienceFlow.response;
import static se.samspar.experience.ExperienceFlow.withComment;

import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A person is asked how the collaboration was once it has ended, and the answer stays with who asked (OVP-19). */
@SamsparTest
class RecordExperienceTest {

    private static final String HOME_SERVICE = "kommun-lund-hemtjanst";
    private static final String HEALTH_CENTRE = "vc-dalby";
    private static final String REHABILITATION = "rehab-lund";

    @Autowired
    SamsparApi api;

    private ExperienceFlow flow;
    private CarePlan closed;

    @BeforeEach
    void aCaseHasBeenClosed() {
        flow = new ExperienceFlow(api);
        closed = flow.closedCase(HOME_SERVICE, HEALTH_CENTRE, REHABILITATION);
    }

    @Test
    void everyUnitReadsTheQuestionsAndNobodyWithoutAToken() {
        Questionnaire questions = api.as("sus-neurologi").read(Questionnaire.class, "experience-of-collaboration");

        assertThat(questions.getItem())
                .extracting(item -> item.getLinkId())
                .containsExactly("decided", "informed", "listened", "contact", "handover", "comment");
        assertThat(api.as("sus-neurologi")
                        .get("Questionnaire?url=" + questions.getUrl())
                        .entries(Questionnaire.class))
                .hasSize(1);
        assertThat(api.asNobody()
                        .get("Questionnaire/experience-of-collaboration")
                        .status())
                .isEqualTo(401);
        assertThat(api.as(HEALTH_CENTRE).post("Questionnaire", questions).status())
                .isEqualTo(400);
    }

    @Test
    void answersAboutAClosedCaseAreRecordedByAParty() {
        QuestionnaireResponse forged = withComment(response(closed, 4, 5, 5, 3, 4), "Bra.");
        forged.setAuthor(new Reference("Organization/" + HEALTH_CENTRE)).setAuthored(new Date(0));

        QuestionnaireResponse stored = flow.recorded(REHABILITATION, forged);

        assertThat(stored.getAuthor().getReference()).isEqualTo("Organization/" + REHABILITATION);
        assertThat(stored.getAuthored()).isAfter(new Date(0));
        assertThat(stored.getExtensionsByUrl(Extensions.TOOK_PART))
                .extracting(unit -> ((Reference) unit.getValue()).getReference())
                .containsExactlyInAnyOrder(
                        "Organization/" + HOME_SERVICE,
                        "Organization/" + HEALTH_CENTRE,
                        "Organization/" + REHABILITATION);
    }

    @Test
    void andAboutAnAnsweredConsultationByEitherUnit() {
        ServiceRequest waiting = flow.request();
        assertRefused(flow.record(HEALTH_CENTRE, response(waiting, 4, 5, 5, 3, 4)), "experience-after-end");

        flow.recorded("sus-ortopedi", response(flow.answeredRequest(), 4, 5, 5, 3, 4));
    }

    @Test
    void aRelativeAnswersWithoutBeingNamed() {
        QuestionnaireResponse response = response(closed, 4, 5, 5, 3, 4);
        response.setSource(new Reference().setType("RelatedPerson"));

        flow.recorded(HOME_SERVICE, response);
    }

    @Test
    void notWhileTheCaseIsOpen() {
        CarePlan open = flow.openCase(HOME_SERVICE, HEALTH_CENTRE);

        assertRefused(flow.record(HOME_SERVICE, response(open, 4, 5, 5, 3, 4)), "experience-after-end");
    }

    @Test
    void onlyAboutThePersonOfTheCase() {
        QuestionnaireResponse response = response(closed, 4, 5, 5, 3, 4);
        CarePlan another = flow.closedCase(HOME_SERVICE, HEALTH_CENTRE);
        response.setSubject(new Reference(another.getSubject().getReference()));

        assertRefused(flow.record(HOME_SERVICE, response), "experience-of-participant");
    }

    @Test
    void whoDoesNotSeeTheCaseIsToldAsIfItWereNotThere() {
        QuestionnaireResponse hidden = response(closed, 4, 5, 5, 3, 4);
        QuestionnaireResponse missing = hidden.copy();
        missing.getBasedOnFirstRep().setReference("CarePlan/00000000-0000-0000-0000-000000000000");

        HttpAnswer refused = flow.record("sus-neurologi", hidden);
        assertThat(refused.ruleCodes())
                .isEqualTo(flow.record("sus-neurologi", missing).ruleCodes())
                .contains("reference-known");
    }

    @Test
    void everyQuestionButTheLastIsAnsweredAsTheQuestionnaireSays() {
        QuestionnaireResponse another = response(closed, 4, 5, 5, 3, 4);
        another.getItemFirstRep().getAnswerFirstRep().setValue(new Coding("http://example.org", "4", "Fyra"));
        QuestionnaireResponse unknown = response(closed, 4, 5, 5, 3, 4);
        unknown.addItem().setLinkId("age");
        QuestionnaireResponse elsewhere = response(closed, 4, 5, 5, 3, 4);
        elsewhere.setQuestionnaire("https://samspar.example/fhir/Questionnaire/another");

        Stream.of(response(closed, 4, 5, 5, 3), another, unknown, elsewhere)
                .forEach(wrong -> assertRefused(flow.record(HOME_SERVICE, wrong), "profile-conformance"));
    }

    @Test
    void onceForEachCaseWhicheverUnitAsks() {
        QuestionnaireResponse first = flow.recorded(HOME_SERVICE, response(closed, 4, 5, 5, 3, 4));
        assertRefused(flow.record(HEALTH_CENTRE, response(closed, 1, 1, 1, 1, 1)), "experience-once");

        first.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR);
        api.as(HOME_SERVICE).put(path(first), first).expect(200);
        flow.recorded(HEALTH_CENTRE, response(closed, 1, 1, 1, 1, 1));
    }

    @Test
    void onceUnderConcurrencyToo() throws Exception {
        List<HttpAnswer> answers = InParallel.run(4, () -> flow.record(HOME_SERVICE, response(closed, 4, 5, 5, 3, 4)));

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 422).hasSize(3);
    }

    @Test
    void itStaysAsItWasRecordedOrIsTakenBackForGood() {
        QuestionnaireResponse stored = flow.recorded(HOME_SERVICE, response(closed, 4, 5, 5, 3, 4));
        QuestionnaireResponse nicer = stored.copy();
        nicer.getItemFirstRep()
                .getAnswerFirstRep()
                .setValue(response(closed, 5)
                        .getItemFirstRep()
                        .getAnswerFirstRep()
                        .getValue());
        assertRefused(api.as(HOME_SERVICE).put(path(stored), nicer), "transition-not-allowed");

        QuestionnaireResponse mistaken = stored.copy().setStatus(QuestionnaireResponseStatus.ENTEREDINERROR);
        api.as(HOME_SERVICE).put(path(stored), mistaken).expect(200);
        assertRefused(api.as(HOME_SERVICE).put(path(stored), stored), "transition-not-allowed");
    }

    @Test
    void nobodyButTheUnitThatRecordedItReadsIt() {
        QuestionnaireResponse stored = flow.recorded(HOME_SERVICE, response(closed, 4, 5, 5, 3, 4));
        api.as(HOME_SERVICE).get(path(stored)).expect(200);

        for (String other : List.of(HEALTH_CENTRE, REHABILITATION, "sus-neurologi")) {
            Stream.of("", "/_history", "/_history/1").forEach(way -> assertThat(
                            api.as(other).get(path(stored) + way).status())
                    .isEqualTo(404));
            Stream.of(
                            "QuestionnaireResponse?based-on=" + path(closed),
                            "QuestionnaireResponse?_id=" + stored.getIdElement().getIdPart(),
                            "QuestionnaireResponse?took-part=Organization/%s&based-on=%s"
                                    .formatted(other, path(closed)),
                            "CarePlan?_id=%s&_revinclude=QuestionnaireResponse:based-on"
                                    .formatted(closed.getIdElement().getIdPart()))
                    .forEach(search -> assertThat(
                                    api.as(other).get(search).expect(200).entries(QuestionnaireResponse.class))
                            .as(search)
                            .isEmpty());
            assertThat(api.as(other).put(path(stored), stored).status()).isEqualTo(404);
        }
    }

    private static void assertRefused(HttpAnswer answer, String rule) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.ruleCodes()).as(answer.body()).isNotEmpty().containsOnly(rule);
    }
}
