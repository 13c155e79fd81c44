package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;
import se.samspar.track.state.TaskEvent;
import se.samspar.track.state.TaskState;

/**
 * Whatever the two sides do in whatever order, the server lets through what the table allows and nothing else, the
 * request has an owner at every moment, and no version of it is lost (TRK-9).
 */
@SamsparTest
class RandomStepsTest {

    private static final int STEPS = 14;
    private static final List<String> CLINICS = List.of("sus-akut-internmedicin", "trelleborg-akut-internmedicin");

    private record Move(TaskEvent event, Function<Task, Parameters> parameters) {}

    private static final List<Move> MOVES = List.of(
            move(TaskEvent.RECEIVE),
            move(TaskEvent.ACCEPT, "decision", new CodeType("accept")),
            move(TaskEvent.REQUEST_SUPPLEMENT, "decision", new CodeType("request-supplement"), "reason", "Mer"),
            move(TaskEvent.SUPPLEMENT, "note", "Mer"),
            move(TaskEvent.CLAIM),
            move(TaskEvent.ANSWER_IN_PART, "kind", new CodeType("partial"), "text", "Delsvar"),
            new Move(
                    TaskEvent.FORWARD,
                    task -> DemoRequests.parameters(
                            "decision",
                            new CodeType("forward"),
                            "reason",
                            "Annat sjukhus",
                            "forwardTo",
                            new Reference("Organization/" + other(task)))),
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

    @Autowired
    SamsparApi api;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void noOrderOfStepsBreaksARequest(long seed) {
        Random random = new Random(seed);
        String id = submitted();
        for (int step = 0; step < STEPS; step++) {
            Task before = current(id);
            int version = version(id);
            // What ends a request comes seldom, or the sequences would all be short.
            Move move = MOVES.get(random.nextInt(random.nextInt(4) == 0 ? MOVES.size() : MOVES.size() - 2));
            TaskState state = TaskState.of(before);
            boolean claimed = move.event() == TaskEvent.CLAIM && before.hasExtension(Extensions.ASSIGNED_TO);

            HttpAnswer answer = actor(move.event(), before)
                    .post(
                            "ServiceRequest/%s/$%s".formatted(id, move.event().operation()),
                            move.parameters().apply(before));

            boolean allowed = move.event().isAllowedIn(state) && !claimed;
            assertThat(answer.status())
                    .as("seed %d, %s while %s: %s", seed, move.event(), state.describe(), answer.body())
                    .isEqualTo(allowed ? 200 : 422);
            Task after = current(id);
            assertThat(after.getOwner().getReference())
                    .isEqualTo(request(id).getPerformerFirstRep().getReference());
            assertThat(version(id)).isEqualTo(version + (allowed && changesContent(move.event()) ? 1 : 0));
            if (!allowed) {
                assertThat(TaskState.of(after)).isEqualTo(state);
            }
        }
        assertThat(versionsInHistory(id)).contains(version(id)).hasSize(version(id));
    }

    private static boolean changesContent(TaskEvent event) {
        return event == TaskEvent.SUPPLEMENT || event == TaskEvent.FORWARD;
    }

    private UnitClient actor(TaskEvent event, Task task) {
        String unit = event.side().unitsOf(task).findFirst().orElseThrow().getReference();
        return api.as(unit.substring("Organization/".length()));
    }

    private String submitted() {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS);
        request.getPerformerFirstRep().setReference("Organization/" + CLINICS.get(0));
        request.setPerformerType(new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, "1114", null)));
        return RequestFlow.submitted(api, request).id();
    }

    private ServiceRequest request(String id) {
        return api.as("vc-dalby").read(ServiceRequest.class, id);
    }

    /** The work item at the present receiver. */
    private Task current(String id) {
        String receiver = request(id).getPerformerFirstRep().getReference();
        return api
                .as("vc-dalby")
                .get("Task?focus=ServiceRequest/%s&owner=%s&_sort=-authored-on".formatted(id, receiver))
                .expect(200)
                .entries(Task.class)
                .stream()
                .filter(task -> !task.hasPartOf())
                .findFirst()
                .orElseThrow();
    }

    private int version(String id) {
        return version(request(id)).orElseThrow();
    }

    private static Optional<Integer> version(ServiceRequest request) {
        return Optional.of(request.getExtensionByUrl(Extensions.REQUEST_VERSION))
                .map(version ->
                        (PositiveIntType) version.getExtensionByUrl("number").getValue())
                .map(PositiveIntType::getValue);
    }

    private List<Integer> versionsInHistory(String id) {
        return api
                .as("vc-dalby")
                .get("ServiceRequest/%s/_history?_count=100".formatted(id))
                .expect(200)
                .resource(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> version((ServiceRequest) entry.getResource()).orElseThrow())
                .distinct()
                .toList();
    }

    private static String other(Task task) {
        return CLINICS.stream()
                .filter(clinic -> !task.getOwner().getReference().equals("Organization/" + clinic))
                .findFirst()
                .orElseThrow();
    }

    private static Move move(TaskEvent event, Object... parameters) {
        return new Move(event, task -> DemoRequests.parameters(parameters));
    }
}
