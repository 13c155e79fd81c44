package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.followup.FactsOfRecord;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;
import se.samspar.track.state.ContractTable;
import se.samspar.track.state.ContractTable.State;
import se.samspar.track.state.TaskEvent;

/**
 * Whatever the two sides do in whatever order, on whatever track, the server lets through what the contract's table
 * allows and nothing else, the request has an owner at every moment, no version of it is lost (TRK-9), and what counts of
 * it for the indicators is what follows from it (UPP-7). What fails names its seed; {@code -Dsamspar.seed} takes that one again and no other.
 */
@SamsparTest
class RandomStepsTest {

    private static final int STEPS = 14;

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    /** The request and the work item of its present receiver, as the requester sees them. */
    private record Now(ServiceRequest request, Task task) {

        String requester() {
            return RandomMove.slug(task.getRequester());
        }

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

    /** For each track one that is always the same, and some that never were. */
    static LongStream seeds() {
        return Optional.ofNullable(Long.getLong("samspar.seed"))
                .map(LongStream::of)
                .orElseGet(() -> LongStream.concat(
                        LongStream.range(0, Track.values().length), new Random().longs(4, 0, 1_000_000)));
    }

    private static Track track(long seed) {
        return Track.values()[(int) (seed % Track.values().length)];
    }

    @TestFactory
    Stream<DynamicTest> noOrderOfStepsBreaksARequest() {
        return seeds().mapToObj(seed ->
                dynamicTest("-Dsamspar.seed=%d: %s".formatted(seed, track(seed)), () -> takeSteps(seed)));
    }

    private void takeSteps(long seed) {
        Random random = new Random(seed);
        Now now = submitted(track(seed));
        for (int step = 0; step < STEPS; step++) {
            now = take(RandomMove.any(random), random, now, "-Dsamspar.seed=%d, step %d".formatted(seed, step));
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
        boolean refused = event.isEmpty() || claimedAgain || !move.isTaken().test(before.task());
        Parameters parameters = move.parameters().apply(before.task(), random);

        HttpAnswer answer = actor(move, random, before.task())
                .post(
                        "ServiceRequest/%s/$%s".formatted(before.id(), move.operation()),
                        DemoRequests.justified(parameters, "receiver-open"));

        String what = "%s, %s while %s: %s".formatted(where, move.events(), before.state(), answer.body());
        assertThat(answer.status()).as(what).isEqualTo(refused ? 422 : 200);
        Now after = now(before.requester(), before.id());
        new FactsOfRecord(jdbc).assertSame("ServiceRequest/" + before.id(), what);
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
        assertThat(forwarded ? state(before) : after.state()).as(what).isEqualTo(expected);
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
        Now successor = now(
                before.requester(),
                answer.entries(ServiceRequest.class).stream()
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
        assertThat(versionsInHistory(now))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, now.version()).boxed().toList());
    }

    private UnitClient actor(RandomMove move, Random random, Task task) {
        List<Reference> units = move.events().get(0).side().unitsOf(task).toList();
        return api.as(RandomMove.slug(units.get(random.nextInt(units.size()))));
    }

    private Now submitted(Track track) {
        ServiceRequest request = TrackRequests.complete(track, api);
        request.setPerformerType(null); // so that what is forwarded need not fit it
        Optional.ofNullable(RandomMove.PAIRS.get(track))
                .ifPresent(pair -> request.getPerformerFirstRep().setReference("Organization/" + pair.get(0)));
        request.addExtension(new Extension(Extensions.ADVICE_MAY_BECOME_REFERRAL, new BooleanType(true)));
        String requester = TrackRequests.requester(request);
        HttpAnswer sent = RequestFlow.submit(api.as(requester), request, TestPatients.next())
                .expect(200);
        return now(requester, sent.entry(ServiceRequest.class).getIdElement().getIdPart());
    }

    private Now now(String requester, String id) {
        HttpAnswer found = api.as(requester)
                .get("Task?focus=ServiceRequest/%s&_include=Task:focus&_count=100".formatted(id))
                .expect(200);
        List<Task> current = found.entries(Task.class).stream()
                .filter(task -> !task.hasPartOf())
                .filter(task -> !TriageDecision.FORWARD.isIn(task.getBusinessStatus()))
                .toList();
        assertThat(current).as("The request lies in one inbox").hasSize(1);
        return new Now(found.entry(ServiceRequest.class), current.get(0));
    }

    private State state(Now now) {
        return State.of(api.as(now.requester())
                .read(Task.class, now.task().getIdElement().getIdPart()));
    }

    private static int version(ServiceRequest request) {
        Extension number = request.getExtensionByUrl(Extensions.REQUEST_VERSION).getExtensionByUrl("number");
        return ((PositiveIntType) number.getValue()).getValue();
    }

    private List<Integer> versionsInHistory(Now now) {
        return api
                .as(now.requester())
                .get("ServiceRequest/%s/_history?_count=100".formatted(now.id()))
                .expect(200)
                .resource(Bundle.class)
                .getEntry()
                .stream()
                .map(entry -> version((ServiceRequest) entry.getResource()))
                .distinct()
                .toList();
    }
}
