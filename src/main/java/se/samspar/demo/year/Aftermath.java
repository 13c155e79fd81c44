package se.samspar.demo.year;

import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.DeviationKind;
import se.samspar.fhir.generated.ExperienceScale;
import se.samspar.fhir.generated.Questionnaires;

/** What is said about something afterwards: deviations and their answers, and how the person experienced it. */
final class Aftermath {

    private static final List<String> QUESTIONS = List.of("decided", "informed", "listened", "contact", "handover");

    private static final double ASKED = 0.25;
    private static final double ANSWERED = 0.85;

    private final Scene scene;

    Aftermath(Scene scene) {
        this.scene = scene;
    }

    void of(RequestRun run) {
        if (scene.happens(0.07, 0.04)) {
            boolean isIncomplete = scene.chance().in(0.5);
            deviation(
                    run.path(),
                    isIncomplete ? run.receiver() : run.requester(),
                    isIncomplete ? run.requester() : run.receiver(),
                    isIncomplete ? DeviationKind.INCOMPLETE : DeviationKind.LATE);
        }
        experience(run.path(), run.patient(), run.requester());
    }

    /** Reported by one unit and answered, most often, by the other. */
    void deviation(String concerns, String reporter, String concerned, DeviationKind kind) {
        scene.diary().workingDays(0, 3);
        AdverseEvent deviation = Sent.first(
                scene.act(
                        reporter,
                        "AdverseEvent/$report-deviation",
                        Sent.nothing()
                                .with("concerns", new Reference(concerns))
                                .with("unit", Sent.unit(concerned))
                                .with("kind", kind)
                                .with(
                                        "text",
                                        kind == DeviationKind.INCOMPLETE
                                                ? "Läkemedelslista och aktuella prover saknades."
                                                : "Svaret kom senare än överenskommet.")),
                AdverseEvent.class);
        if (scene.chance().in(ANSWERED)) {
            scene.diary().workingDays(1, 14);
            scene.act(
                    concerned,
                    ResourcePath.of(deviation) + "/$answer",
                    Sent.nothing()
                            .with("text", "Genomgånget i arbetsgruppen.")
                            .with("measure", "Mallen är ändrad och rutinen påmind om."));
        }
    }

    /** One of the units asks some people, once it is over. */
    void experience(String about, Reference person, String asks) {
        if (!scene.chance().in(ASKED)) {
            return;
        }
        scene.diary().workingDays(1, 8);
        QuestionnaireResponse response = new QuestionnaireResponse().setStatus(QuestionnaireResponseStatus.COMPLETED);
        response.setQuestionnaire(Questionnaires.EXPERIENCE_OF_COLLABORATION);
        response.addBasedOn(new Reference(about));
        response.setSubject(new Reference(person.getReference()));
        response.setSource(new Reference(person.getReference()));
        QUESTIONS.forEach(
                question -> response.addItem().setLinkId(question).addAnswer().setValue(answer().toCoding()));
        QuestionnaireResponse recorded = scene.post(asks, response, QuestionnaireResponse.class);
        if (scene.chance().in(0.01)) {
            scene.diary().minutes(5, 60);
            scene.put(
                    asks, recorded.setStatus(QuestionnaireResponseStatus.ENTEREDINERROR), QuestionnaireResponse.class);
        }
    }

    private ExperienceScale answer() {
        return scene.chance().of(List.of(ExperienceScale.values()), value -> switch (value) {
            case CODE_1 -> scene.trend(6, 2);
            case CODE_2 -> scene.trend(14, 6);
            case CODE_3 -> scene.trend(28, 18);
            case CODE_4 -> 34;
            case CODE_5 -> scene.trend(18, 40);
        });
    }
}
