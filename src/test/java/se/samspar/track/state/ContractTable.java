package se.samspar.track.state;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.generated.TaskBusinessStatus;

/** The transition table as the contract has it, written down apart from the code that follows it. */
public final class ContractTable {

    /**
     * Event; whose step it is, and whether a person answers for it (!); from which states of the work item, and from
     * which further ones while information is awaited (+); to which; whether information is awaited then; the request. A
     * dash leaves it as it is.
     */
    private static final String TABLE =
            """
            RECEIVE            | RECEIVER  | REQUESTED                              | RECEIVED   | -   | ACTIVE
            ACCEPT             | RECEIVER! | REQUESTED RECEIVED                     | ACCEPTED   | no  | ACTIVE
            REQUEST_SUPPLEMENT | RECEIVER! | REQUESTED RECEIVED ACCEPTED            | -          | yes | ACTIVE
            SUPPLEMENT         | REQUESTER | REQUESTED RECEIVED +ACCEPTED +INPROGRESS | -        | no  | ACTIVE
            FORWARD            | RECEIVER! | REQUESTED RECEIVED                     | COMPLETED  | no  | ACTIVE
            DECLINE            | RECEIVER! | REQUESTED RECEIVED                     | REJECTED   | no  | REVOKED
            ABORT              | RECEIVER! | REQUESTED RECEIVED ACCEPTED            | CANCELLED  | no  | REVOKED
            CLAIM              | RECEIVER! | REQUESTED RECEIVED ACCEPTED INPROGRESS | -          | -   | ACTIVE
            REASSIGN           | RECEIVER  | REQUESTED RECEIVED ACCEPTED INPROGRESS | -          | -   | ACTIVE
            ANSWER_IN_PART     | RECEIVER! | ACCEPTED INPROGRESS                    | INPROGRESS | -   | ACTIVE
            ANSWER_FINALLY     | RECEIVER! | ACCEPTED INPROGRESS                    | COMPLETED  | no  | COMPLETED
            CONVERT            | EITHER    | REQUESTED RECEIVED ACCEPTED INPROGRESS | CANCELLED  | no  | REVOKED
            CONTINUE           | EITHER    | COMPLETED                              | -          | -   | COMPLETED
            CANCEL             | REQUESTER | REQUESTED RECEIVED ACCEPTED            | CANCELLED  | no  | REVOKED
            """;

    private static final Map<TaskEvent, Row> ROWS = new EnumMap<>(TaskEvent.class);

    static {
        TABLE.lines()
                .map(line -> line.split("\\|"))
                .forEach(cells -> ROWS.put(
                        TaskEvent.valueOf(cells[0].strip()),
                        new Row(
                                Side.valueOf(cells[1].strip().replace("!", "")),
                                cells[1].contains("!"),
                                statuses(cells[2].replaceAll("\\+\\w+", "")),
                                statuses(cells[2].replace("+", "")),
                                given(cells[3]).map(TaskStatus::valueOf),
                                given(cells[4]).map("yes"::equals),
                                ServiceRequestStatus.valueOf(cells[5].strip()))));
    }

    private record Row(
            Side side,
            boolean needsEmployee,
            Set<TaskStatus> from,
            Set<TaskStatus> fromWhileAwaiting,
            Optional<TaskStatus> to,
            Optional<Boolean> awaiting,
            ServiceRequestStatus request) {}

    /**
     * Where a work item stands.
     *
     * @param awaiting is information awaited from the requester?
     */
    public record State(TaskStatus status, boolean awaiting) {

        public static final State SUBMITTED = new State(TaskStatus.REQUESTED, false);

        public static State of(Task task) {
            return new State(task.getStatus(), TaskBusinessStatus.AWAITING_INFORMATION.isIn(task.getBusinessStatus()));
        }
    }

    private ContractTable() {}

    /** Whose step it is. */
    public static Side side(TaskEvent event) {
        return ROWS.get(event).side();
    }

    /** Does a person answer for it? */
    public static boolean needsEmployee(TaskEvent event) {
        return ROWS.get(event).needsEmployee();
    }

    /** The state that an event leads to; empty where it is not allowed. */
    public static Optional<State> next(TaskEvent event, State state) {
        Row row = ROWS.get(event);
        return (state.awaiting() ? row.fromWhileAwaiting() : row.from()).contains(state.status())
                ? Optional.of(new State(
                        row.to().orElse(state.status()), row.awaiting().orElse(state.awaiting())))
                : Optional.empty();
    }

    /** What the request is after an event. */
    public static ServiceRequestStatus request(TaskEvent event) {
        return ROWS.get(event).request();
    }

    private static Set<TaskStatus> statuses(String names) {
        Set<TaskStatus> statuses = EnumSet.noneOf(TaskStatus.class);
        Arrays.stream(names.strip().split(" +")).map(TaskStatus::valueOf).forEach(statuses::add);
        return statuses;
    }

    private static Optional<String> given(String cell) {
        return Optional.of(cell.strip()).filter(text -> !text.equals("-"));
    }
}
