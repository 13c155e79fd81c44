package se.samspar.track.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.samspar.fhir.generated.TaskBusinessStatus;

/** The table as the contract has it, row by row. */
class TransitionTableTest {

    @ParameterizedTest
    @CsvSource({
        "RECEIVE,            REQUESTED,                     RECEIVED",
        "ACCEPT,             REQUESTED RECEIVED,            ACCEPTED",
        "REQUEST_SUPPLEMENT, REQUESTED RECEIVED ACCEPTED,   ",
        "DECLINE,            REQUESTED RECEIVED,            REJECTED",
        "FORWARD,            REQUESTED RECEIVED,            COMPLETED",
        "ABORT,              REQUESTED RECEIVED ACCEPTED,   CANCELLED",
        "CLAIM,              REQUESTED RECEIVED ACCEPTED INPROGRESS, ",
        "REASSIGN,           REQUESTED RECEIVED ACCEPTED INPROGRESS, ",
        "CONVERT,            REQUESTED RECEIVED ACCEPTED INPROGRESS, CANCELLED",
        "CONTINUE,           COMPLETED,                     ",
        "SUPPLEMENT,         REQUESTED RECEIVED,            ",
        "ANSWER_IN_PART,     ACCEPTED INPROGRESS,           INPROGRESS",
        "ANSWER_FINALLY,     ACCEPTED INPROGRESS,           COMPLETED",
        "CANCEL,             REQUESTED RECEIVED ACCEPTED,   CANCELLED"
    })
    void anEventIsAllowedInTheseStatesOnly(TaskEvent event, String from, TaskStatus to) {
        Set<String> allowed = Set.of(from.split(" "));
        for (TaskStatus status : EnumSet.complementOf(EnumSet.of(TaskStatus.NULL))) {
            Optional<TaskStatus> next =
                    event.next(new TaskState(status, Optional.empty())).map(TaskState::status);
            Optional<TaskStatus> expected =
                    Optional.of(to == null ? status : to).filter(any -> allowed.contains(status.name()));
            assertThat(next).as("%s in %s", event, status).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskStatus.class,
            names = {"REQUESTED", "RECEIVED", "ACCEPTED", "INPROGRESS"})
    void whoIsAskedMaySupplementUntilTheEnd(TaskStatus status) {
        TaskState awaiting = new TaskState(status, Optional.of(TaskBusinessStatus.AWAITING_INFORMATION));
        assertThat(TaskEvent.SUPPLEMENT.next(awaiting)).contains(new TaskState(status, Optional.empty()));
    }
}
