package se.samspar.track;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.track.state.TaskEvent;

/**
 * Something that a unit does to a request.
 *
 * @param events of which it is one, by the state that it meets
 * @param isTaken where the table lets it through
 */
record RandomMove(List<TaskEvent> events, Predicate<Task> isTaken, BiFunction<Task, Random, Parameters> parameters) {

    private static final List<String> HOSPITALS = List.of("sus-akut-internmedicin", "trelleborg-akut-internmedicin");
    private static final List<String> HEALTH_CENTRES = List.of("vc-dalby", "vc-limhamn");

    /** Two that receive on a track; between them requests are forwarded. The other tracks have one receiver here. */
    static final Map<Track, List<String>> PAIRS = Map.of(
            Track.AKUT_REMISS, HOSPITALS,
            Track.AKUT_BAKJOUR, HOSPITALS,
            Track.ELEKTIV_REMISS, HOSPITALS,
            Track.DIGITAL_SPECIALISTKONSULTATION, HOSPITALS,
            Track.TILLGANGLIG_PRIMARVARD, HEALTH_CENTRES,
            Track.UTREMITTERING, HEALTH_CENTRES);

    /** Who receives what comes from another track. Conferences are left out: a case is signed up before it is answered. */
    private static final Map<Track, String> SERVICES = Map.of(
            Track.AKUT_REMISS, "sus-akut-internmedicin-akut",
            Track.AKUT_BAKJOUR, "sus-akut-internmedicin-bakjour",
            Track.SUBAKUT_KONSULT, "sus-akut-internmedicin-konsult",
            Track.ELEKTIV_REMISS, "sus-akut-internmedicin-remiss",
            Track.DIGITAL_SPECIALISTKONSULTATION, "sus-akut-internmedicin-dsk",
            Track.ELEKTIV_SVF, "sus-ortopedi-svf",
            Track.TILLGANGLIG_PRIMARVARD, "vc-dalby-nara",
            Track.UTREMITTERING, "vc-dalby-ater");

    private static final List<RandomMove> GOING_ON = List.of(
            move(TaskEvent.RECEIVE),
            decision(TaskEvent.ACCEPT, "accept"),
            decision(TaskEvent.REQUEST_SUPPLEMENT, "request-supplement", "reason", "Mer"),
            move(TaskEvent.SUPPLEMENT, "note", "Mer"),
            move(TaskEvent.CLAIM),
            new RandomMove(
                    List.of(TaskEvent.REASSIGN),
                    always(),
                    (task, random) -> DemoRequests.parameters(
                            "to", new Reference("PractitionerRole/" + slug(task.getOwner()) + "-lakare-1"))),
            move(TaskEvent.ANSWER_IN_PART, "kind", new CodeType("partial"), "text", "Delsvar"),
            new RandomMove(
                    List.of(TaskEvent.FORWARD),
                    task -> PAIRS.containsKey(track(task)),
                    (task, random) -> forward(other(task))),
            new RandomMove(
                    List.of(TaskEvent.FORWARD), always().negate(), (task, random) -> forward(slug(task.getOwner()))),
            new RandomMove(List.of(TaskEvent.CONVERT, TaskEvent.CONTINUE), always(), RandomMove::conversion));

    private static final List<RandomMove> ENDING = List.of(
            decision(TaskEvent.DECLINE, "decline", "reason", "Fel klinik"),
            decision(TaskEvent.ABORT, "abort", "reason", "Behövs inte"),
            move(
                    TaskEvent.ANSWER_FINALLY,
                    "kind",
                    new CodeType("final"),
                    "outcome",
                    new CodeType("no-further-need"),
                    "text",
                    "Klart",
                    "nextStep",
                    "Inget",
                    "patientInformed",
                    true),
            move(TaskEvent.CANCEL, "reason", "Behövs inte"));

    static final List<RandomMove> ALL =
            Stream.concat(GOING_ON.stream(), ENDING.stream()).toList();

    /** What ends a request comes seldom, or the sequences would all be short. */
    static RandomMove any(Random random) {
        List<RandomMove> moves = random.nextInt(4) == 0 ? ALL : GOING_ON;
        return moves.get(random.nextInt(moves.size()));
    }

    String operation() {
        return events.get(0).operation();
    }

    static String slug(Reference unit) {
        return unit.getReferenceElement().getIdPart();
    }

    static Track track(Task task) {
        return Track.of(task.getCode().getCodingFirstRep().getCode()).orElseThrow();
    }

    private static Predicate<Task> always() {
        return task -> true;
    }

    private static RandomMove move(TaskEvent event, Object... parameters) {
        return new RandomMove(List.of(event), always(), (task, random) -> DemoRequests.parameters(parameters));
    }

    private static RandomMove decision(TaskEvent event, String decision, Object... more) {
        return new RandomMove(List.of(event), always(), (task, random) -> {
            Parameters parameters = DemoRequests.parameters(more);
            parameters.addParameter().setName("decision").setValue(new CodeType(decision));
            return parameters;
        });
    }

    private static Parameters forward(String unit) {
        return DemoRequests.parameters(
                "decision",
                new CodeType("forward"),
                "reason",
                "Annan mottagare",
                "forwardTo",
                new Reference("Organization/" + unit));
    }

    /** To any track that the catalogue allows, with all that tracks ask for. */
    private static Parameters conversion(Task task, Random random) {
        List<Track> others =
                conversions(track(task)).stream().filter(SERVICES::containsKey).toList();
        Track other = others.get(random.nextInt(others.size()));
        return DemoRequests.parameters(
                "track",
                new CodeType(other.code()),
                "to",
                new Reference("HealthcareService/" + SERVICES.get(other)),
                "reason",
                "Annat spår",
                "content",
                ConversionsTest.content());
    }

    private static List<Track> conversions(Track track) {
        String definition = "/package/ActivityDefinition-%s.json".formatted(track.code());
        return FhirContext.forR4Cached()
                .newJsonParser()
                .parseResource(ActivityDefinition.class, RandomMove.class.getResourceAsStream(definition))
                .getExtensionsByUrl(Extensions.TRACK_CONVERSION)
                .stream()
                .map(conversion ->
                        Track.of(conversion.getValue().primitiveValue()).orElseThrow())
                .toList();
    }

    private static String other(Task task) {
        return PAIRS.getOrDefault(track(task), List.of("sus-reumatologi")).stream()
                .filter(unit -> !unit.equals(slug(task.getOwner())))
                .findFirst()
                .orElseThrow();
    }
}
