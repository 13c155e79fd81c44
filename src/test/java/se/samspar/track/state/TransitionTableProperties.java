package se.samspar.track.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.track.state.ContractTable.State;

/** Whatever happens in whatever order, a work item stays in the table and ends once. */
class TransitionTableProperties {

    private static final Set<TaskStatus> ENDED =
            EnumSet.of(TaskStatus.REJECTED, TaskStatus.CANCELLED, TaskStatus.COMPLETED);

    @Property
    void aWorkItemGoesThroughTheStatesOfTheContract(@ForAll @Size(max = 30) List<TaskEvent> events) {
        Task task = new Task();
        task.setStatus(TaskStatus.REQUESTED);
        State expected = State.SUBMITTED;
        for (TaskEvent event : events) {
            Optional<State> next = ContractTable.next(event, expected);
            assertThat(event.isAllowedIn(TaskState.of(task))).isEqualTo(next.isPresent());
            if (next.isPresent()) {
                event.move(task);
                expected = next.get();
            }
            assertThat(State.of(task)).isEqualTo(expected);
        }
    }

    @Property
    void whatHasEndedStaysEnded(@ForAll @Size(max = 30) List<TaskEvent> events) {
        TaskState state = TaskState.SUBMITTED;
        for (TaskEvent event : events) {
            if (ENDED.contains(state.status())) {
                assertThat(event.next(state).orElse(state)).isEqualTo(state);
            }
            state = event.next(state).orElse(state);
        }
    }

    @Property
    void nothingIsAwaitedByWhatHasEnded(@ForAll @Size(max = 30) List<TaskEvent> events) {
        TaskState state = run(events);
        assertThat(ENDED.contains(state.status()) && state.isAwaitingInformation())
                .isFalse();
    }

    @Property
    void requestAndWorkItemEndTogether(@ForAll @Size(max = 30) List<TaskEvent> events) {
        TaskState state = TaskState.SUBMITTED;
        for (TaskEvent event : events) {
            Optional<TaskState> next = event.next(state);
            // What is forwarded goes on in the next inbox.
            next.filter(after -> event != TaskEvent.FORWARD)
                    .ifPresent(after -> assertThat(event.requestStatus() == ServiceRequestStatus.ACTIVE)
                            .isEqualTo(!ENDED.contains(after.status())));
            state = next.orElse(state);
        }
    }

    @Property
    void theRequesterMayAlwaysAnswerWhatItIsAsked(@ForAll @Size(max = 30) List<TaskEvent> events) {
        TaskState state = run(events);
        if (state.isAwaitingInformation()) {
            assertThat(TaskEvent.SUPPLEMENT.next(state))
                    .hasValueSatisfying(
                            after -> assertThat(after.isAwaitingInformation()).isFalse());
        }
    }

    @Property
    void unaskedTheRequesterSupplementsOnlyBeforeTheAssessment(@ForAll @Size(max = 30) List<TaskEvent> events) {
        TaskState state = run(events);
        boolean assessed =
                !EnumSet.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED).contains(state.status());
        if (assessed && !state.isAwaitingInformation()) {
            assertThat(TaskEvent.SUPPLEMENT.isAllowedIn(state)).isFalse();
        }
    }

    private static TaskState run(List<TaskEvent> events) {
        TaskState state = TaskState.SUBMITTED;
        for (TaskEvent event : events) {
            state = event.next(state).orElse(state);
        }
        return state;
    }
}
