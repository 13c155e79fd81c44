package se.samspar.track.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.track.state.ContractTable.State;

/** The table as the contract has it, event by event and state by state. */
class TransitionTableTest {

    @ParameterizedTest
    @EnumSource
    void anEventIsAllowedInTheStatesOfTheContractOnlyAndLeadsWhereItSays(TaskEvent event) {
        for (TaskStatus status : EnumSet.complementOf(EnumSet.of(TaskStatus.NULL))) {
            for (boolean awaiting : List.of(false, true)) {
                Optional<State> next = event.next(state(status, awaiting)).map(TransitionTableTest::written);
                assertThat(next)
                        .as("%s in %s, awaiting information: %s", event, status, awaiting)
                        .isEqualTo(ContractTable.next(event, new State(status, awaiting)));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void theRequestGoesWithItsWorkItem(TaskEvent event) {
        assertThat(event.requestStatus()).isEqualTo(ContractTable.request(event));
    }

    private static TaskState state(TaskStatus status, boolean awaiting) {
        return new TaskState(
                status, awaiting ? Optional.of(TaskBusinessStatus.AWAITING_INFORMATION) : Optional.empty());
    }

    private static State written(TaskState state) {
        Task task = new Task();
        state.writeTo(task);
        return State.of(task);
    }
}
