package se.samspar.track;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.track.state.TaskEvent;

/**
 * Something that a unit does to a request.
 *
 * @param events of which it is one, by the state that it meets
 * @param isNeverTaken whatever the table says
 */
record RandomMove(List<TaskEvent> events, boolean isNeverTaken, Function<Task, Parameters> parameters) {

    static final List<String> CLINICS = List.of("sus-akut-internmedicin", "trelleborg-akut-internmedicin");

    private static final List<RandomMove> GOING_ON = List.of(
            move(TaskEvent.RECEIVE),
            decision(TaskEvent.ACCEPT, "accept"),
            decision(TaskEvent.REQUEST_SUPPLEMENT, "request-supplement", "reason", "Mer"),
            move(TaskEvent.SUPPLEMENT, "note", "Mer"),
            move(TaskEvent.CLAIM),
            new RandomMove(
                    List.of(TaskEvent.REASSIGN),
                    false,
                    task -> DemoRequests.parameters(
                            "to", new Reference("PractitionerRole/" + slug(task.getOwner()) + "-lakare-1"))),
            move(TaskEvent.ANSWER_IN_PART, "kind", new CodeType("partial"), "text", "Delsvar"),
            new RandomMove(List.of(TaskEvent.FORWARD), false, task -> forward(other(task))),
            new RandomMove(List.of(TaskEvent.FORWARD), true, task -> forward(slug(task.getOwner()))),
            new RandomMove(List.of(TaskEvent.CONVERT, TaskEvent.CONTINUE), false, RandomMove::conversion));

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

    private static RandomMove move(TaskEvent event, Object... parameters) {
        return new RandomMove(List.of(event), false, task -> DemoRequests.parameters(parameters));
    }

    private static RandomMove decision(TaskEvent event, String decision, Object... more) {
        return new RandomMove(List.of(event), false, task -> {
            Parameters parameters = DemoRequests.parameters(more);
            parameters.addParameter().setName("decision").setValue(new CodeType(decision));
            return parameters;
        });
    }

    private static Parameters forward(String clinic) {
        return DemoRequests.parameters(
                "decision",
                new CodeType("forward"),
                "reason",
                "Annat sjukhus",
                "forwardTo",
                new Reference("Organization/" + clinic));
    }

    private static Parameters conversion(Task task) {
        boolean referral = Track.ELEKTIV_REMISS.isIn(task.getCode());
        Track track = referral ? Track.DIGITAL_SPECIALISTKONSULTATION : Track.ELEKTIV_REMISS;
        String service = slug(task.getOwner()) + (referral ? "-dsk" : "-remiss");
        return DemoRequests.parameters(
                "track",
                new CodeType(track.code()),
                "to",
                new Reference("HealthcareService/" + service),
                "reason",
                "Annat spår");
    }

    private static String other(Task task) {
        return CLINICS.stream()
                .filter(clinic -> !clinic.equals(slug(task.getOwner())))
                .findFirst()
                .orElseThrow();
    }
}
