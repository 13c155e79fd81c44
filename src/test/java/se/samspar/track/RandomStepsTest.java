package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;
import se.samspar.track.state.ContractTable;
import se.samspar.track.state.ContractTable.State;
import se.samspar.track.state.TaskEvent;

/**
 * Whatever the two sides do in whatever order, the server lets through what the contract's table allows and nothing
 * else, the request has an owner at every moment, and no version of it is lost (TRK-9).
 */
@SamsparTest
class RandomStepsTest {

    private static final int STEPS = 14;

    @Autowired
    SamsparApi api;

    /** The request and the work item of its present receiver. */
    private record Now(ServiceRequest request, Task task) {

        String id() {
            return request.getIdElement().getIdPart();
        }

        State state() {
            return State.of(task);
        }

        int version() {
            return RandomStepsTest.version(request);
        }
    }

    /** Some that are always the same, and some that never were. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.of(1, 2, 3), new Random().longs(4, 0, 1_000_000));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noOrderOfStepsBreaksARequest(long seed) {
        Random random = new Random(seed);
        Now now = now(submitted());
        for (int step = 0; step < STEPS; step++) {
            now = take(RandomMove.any(random), random, now, "seed %d, step %d".formatted(seed, step));
        }
        losesNoVersion(now);
    }

    @Test
    void everyEventIsAmongTheSteps() {
        assertThat(RandomMove.ALL).flatExtracting(RandomMove::events).contains(TaskEvent.values());
    }

    private Now take(RandomMove move, Random random, Now before, String where) {
        Optional<TaskEvent> event = move.events().stream()
                .filter(candidate ->
                        ContractTable.next(candidate, before.state()).isPresent())
                .findFirst();
        boolean claimedAgain =
                move.events().contains(TaskEvent.CLAIM) && before.task().hasExtension(Extensions.ASSIGNED_TO);
        boolean refused = event.isEmpty() || claimedAgain || move.isNeverTaken();

        HttpAnswer answer = actor(move, random, before.task())
                .post(
                        "ServiceRequest/%s/$%s".formatted(before.id(), move.operation()),
                        move.parameters().apply(before.task()));

        String what = "%s, %s while %s: %s".formatted(where, move.events(), before.state(), answer.body());
        assertThat(answer.status()).as(what).isEqualTo(refused ? 422 : 200);
        Now after = now(before.id());
        assertThat(after.task().getOwner().getReference())
                .as(what)
                .isNotBlank()
                .isEqualTo(after.request().getPerformerFirstRep().getReference());
        if (event.isEmpty()) {
            assertThat(answer.ruleCodes()).as(what).contains("transition-not-allowed");
        }
        if (refused) {
            assertThat(after.state()).as(what).isEqualTo(before.state());
            assertThat(after.task().getOwner().getReference())
                    .as(what)
                    .isEqualTo(before.task().getOwner().getReference());
            assertThat(after.version()).as(what).isEqualTo(before.version());
            return after;
        }
        return follow(event.orElseThrow(), before, after, answer, what);
    }

    private Now follow(TaskEvent event, Now before, Now after, HttpAnswer answer, String what) {
        boolean forwarded = event == TaskEvent.FORWARD;
        State expected = ContractTable.next(event, before.state()).orElseThrow();
        assertThat(forwarded ? state(before.task()) : after.state()).as(what).isEqualTo(expected);
        if (forwarded) {
            assertThat(after.state()).as(what).isEqualTo(State.SUBMITTED);
        }
        assertThat(after.request().getStatus()).as(what).isEqualTo(ContractTable.request(event));
        assertThat(after.version())
                .as(what)
                .isEqualTo(before.version() + (forwarded || event == TaskEvent.SUPPLEMENT ? 1 : 0));
        if (event != TaskEvent.CONVERT && event != TaskEvent.CONTINUE) {
            return after;
        }
        losesNoVersion(after);
        Now successor = now(answer.entries(ServiceRequest.class).stream()
                .map(request -> request.getIdElement().getIdPart())
                .filter(id -> !id.equals(before.id()))
                .findFirst()
                .orElseThrow());
        assertThat(successor.state()).as(what).isEqualTo(State.SUBMITTED);
        assertThat(Extensions.CONVERTED_TO)
                .as(what)
                .isIn(after.request().getExtension().stream()
                        .map(Extension::getUrl)
                        .toList());
        return successor;
    }

    private void losesNoVersion(Now now) {
        assertThat(versionsInHistory(now.id()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, now.version()).boxed().toList());
    }

    private UnitClient actor(RandomMove move, Random random, Task task) {
        List<Reference> units = move.events().get(0).side().unitsOf(task).toList();
        return api.as(RandomMove.slug(units.get(random.nextInt(units.size()))));
    }

    private String submitted() {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_REMISS);
        request.getPerformerFirstRep().setReference("Organization/" + RandomMove.CLINICS.get(0));
        request.setPerformerType(new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, "1114", null)));
        request.addExtension(new Extension(Extensions.ADVICE_MAY_BECOME_REFERRAL, new BooleanType(true)));
        return RequestFlow.submitted(api, request).id();
    }

    private Now now(String id) {
        HttpAnswer found = api.as("vc-dalby")
                .get("Task?focus=ServiceRequest/%s&_include=Task:focus&_count=100".formatted(id))
                .expect(200);
        List<Task> current = found.entries(Task.class).stream()
                .filter(task -> !task.hasPartOf())
                .filter(task -> !TriageDecision.FORWARD.isIn(task.getBusinessStatus()))
                .toList();
        assertThat(current).as("The request lies in one inbox").hasSize(1);
        return new Now(found.entry(ServiceRequest.class), current.get(0));
    }

    private State state(Task task) {
        return State.of(api.as("vc-dalby").read(Task.class, task.getIdElement().getIdPart()));
    }

    private static int version(ServiceRequest request) {
        Extension number = request.getExtensionByUrl(Extensions.REQUEST_VERSION).getExtensionByUrl("number");
        return ((PositiveIntType) number.getValue()).getValue();
    }

    private List<Integer> versionsInHistory(String id) {
        return api
                .as("vc-dalby")
                .get("ServiceRequest/%s/_history?_count=100".formatted(id))
                .expect(200)
                .resource(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> version((ServiceRequest) entry.getResource()))
                .distinct()
                .toList();
    }
}
