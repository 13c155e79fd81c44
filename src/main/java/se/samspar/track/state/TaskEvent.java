package se.samspar.track.state;

import static org.hl7.fhir.r4.model.Task.TaskStatus.ACCEPTED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.CANCELLED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.COMPLETED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.INPROGRESS;
import static org.hl7.fhir.r4.model.Task.TaskStatus.RECEIVED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.REJECTED;
import static org.hl7.fhir.r4.model.Task.TaskStatus.REQUESTED;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * The transition table of contract section 5 (TRK-9): what can happen to a request once it is submitted, in which
 * states of the receiver's work item, by whom, and what becomes of work item and request.
 */
public enum TaskEvent {
    RECEIVE(
            "receive",
            "receive",
            Side.RECEIVER,
            Needs.A_UNIT,
            EnumSet.of(REQUESTED),
            Optional.of(RECEIVED),
            BusinessStatusEffect.KEPT,
            ServiceRequestStatus.ACTIVE),
    ACCEPT(
            "accept",
            "triage",
            Side.RECEIVER,
            Needs.AN_EMPLOYEE,
            EnumSet.of(REQUESTED, RECEIVED),
            Optional.of(ACCEPTED),
            BusinessStatusEffect.ACCEPTED,
            ServiceRequestStatus.ACTIVE),
    REQUEST_SUPPLEMENT(
            "request-supplement",
            "triage",
            Side.RECEIVER,
            Needs.AN_EMPLOYEE,
            EnumSet.of(REQUESTED, RECEIVED, ACCEPTED),
            Optional.empty(),
            BusinessStatusEffect.AWAITING,
            ServiceRequestStatus.ACTIVE),
    DECLINE(
            "decline",
            "triage",
            Side.RECEIVER,
            Needs.AN_EMPLOYEE,
            EnumSet.of(REQUESTED, RECEIVED),
            Optional.of(REJECTED),
            BusinessStatusEffect.DECLINED,
            ServiceRequestStatus.REVOKED),
    /** The work item ends here; another begins at the unit that the request is forwarded to. */
    FORWARD(
            "forward",
            "triage",
            Side.RECEIVER,
            Needs.AN_EMPLOYEE,
            EnumSet.of(REQUESTED, RECEIVED),
            Optional.of(COMPLETED),
            BusinessStatusEffect.FORWARDED,
            ServiceRequestStatus.ACTIVE),
    ABORT(
            "abort",
            "triage",
            Side.RECEIVER,
            Needs.AN_EMPLOYEE,
            EnumSet.of(REQUESTED, RECEIVED, ACCEPTED),
            Optional.of(CANCELLED),
            BusinessStatusEffect.ABORTED,
            ServiceRequestStatus.REVOKED),
    SUPPLEMENT(
            "supplement",
            "supplement",
            Side.REQUESTER,
            Needs.A_UNIT,
            EnumSet.of(REQUESTED, RECEIVED),
            EnumSet.of(REQUESTED, RECEIVED, ACCEPTED, INPROGRESS),
            Optional.empty(),
            BusinessStatusEffect.CLEARED,
            ServiceRequestStatus.ACTIVE),
    ANSWER_IN_PART(
            "answer",
            "answer",
            Side.RECEIVER,
            Needs.AN_EMPLOYEE,
            EnumSet.of(ACCEPTED, INPROGRESS),
            Optional.of(INPROGRESS),
            BusinessStatusEffect.KEPT,
            ServiceRequestStatus.ACTIVE),
    ANSWER_FINALLY(
            "answer",
            "answer",
            Side.RECEIVER,
            Needs.AN_EMPLOYEE,
            EnumSet.of(ACCEPTED, INPROGRESS),
            Optional.of(COMPLETED),
            BusinessStatusEffect.NO_LONGER_AWAITING,
            ServiceRequestStatus.COMPLETED),
    CLAIM(
            "claim",
            "claim",
            Side.RECEIVER,
            Needs.AN_EMPLOYEE,
            EnumSet.of(REQUESTED, RECEIVED, ACCEPTED, INPROGRESS),
            Optional.empty(),
            BusinessStatusEffect.KEPT,
            ServiceRequestStatus.ACTIVE),
    REASSIGN(
            "reassign",
            "reassign",
            Side.RECEIVER,
            Needs.A_UNIT,
            EnumSet.of(REQUESTED, RECEIVED, ACCEPTED, INPROGRESS),
            Optional.empty(),
            BusinessStatusEffect.KEPT,
            ServiceRequestStatus.ACTIVE),
    /** A request on another track replaces this one. */
    CONVERT(
            "convert",
            "convert",
            Side.EITHER,
            Needs.A_UNIT,
            EnumSet.of(REQUESTED, RECEIVED, ACCEPTED, INPROGRESS),
            Optional.of(CANCELLED),
            BusinessStatusEffect.CONVERTED,
            ServiceRequestStatus.REVOKED),
    /** A request on another track continues this one, which is answered and stays so. */
    CONTINUE(
            "convert",
            "convert",
            Side.EITHER,
            Needs.A_UNIT,
            EnumSet.of(COMPLETED),
            Optional.empty(),
            BusinessStatusEffect.KEPT,
            ServiceRequestStatus.COMPLETED),
    CANCEL(
            "cancel",
            "cancel",
            Side.REQUESTER,
            Needs.A_UNIT,
            EnumSet.of(REQUESTED, RECEIVED, ACCEPTED),
            Optional.of(CANCELLED),
            BusinessStatusEffect.CLEARED,
            ServiceRequestStatus.REVOKED);

    private enum Needs {
        A_UNIT,
        AN_EMPLOYEE
    }

    private final String action;
    private final String operation;
    private final Side side;
    private final Needs needs;
    private final Set<TaskStatus> from;
    private final Set<TaskStatus> fromWhileAwaiting;
    private final Optional<TaskStatus> to;
    private final BusinessStatusEffect businessStatus;
    private final ServiceRequestStatus request;

    TaskEvent(
            String action,
            String operation,
            Side side,
            Needs needs,
            Set<TaskStatus> from,
            Optional<TaskStatus> to,
            BusinessStatusEffect businessStatus,
            ServiceRequestStatus request) {
        this(action, operation, side, needs, from, from, to, businessStatus, request);
    }

    TaskEvent(
            String action,
            String operation,
            Side side,
            Needs needs,
            Set<TaskStatus> from,
            Set<TaskStatus> fromWhileAwaiting,
            Optional<TaskStatus> to,
            BusinessStatusEffect businessStatus,
            ServiceRequestStatus request) {
        this.action = action;
        this.operation = operation;
        this.side = side;
        this.needs = needs;
        this.from = from;
        this.fromWhileAwaiting = fromWhileAwaiting;
        this.to = to;
        this.businessStatus = businessStatus;
        this.request = request;
    }

    /** Its name in {@code $available-actions}: the operation, or the triage decision. */
    public String action() {
        return action;
    }

    /** The operation that causes it, without the dollar sign. */
    public String operation() {
        return operation;
    }

    /** Whose step it is. */
    public Side side() {
        return side;
    }

    /** Is it a decision that a person answers for (contract section 8), or taken on by a person? */
    public boolean needsEmployee() {
        return needs == Needs.AN_EMPLOYEE;
    }

    /** Does the state allow it? */
    public boolean isAllowedIn(TaskState state) {
        return (state.isAwaitingInformation() ? fromWhileAwaiting : from).contains(state.status());
    }

    /** The state it leads to; empty where it is not allowed. */
    public Optional<TaskState> next(TaskState state) {
        return isAllowedIn(state) ? Optional.of(after(state)) : Optional.empty();
    }

    private TaskState after(TaskState state) {
        return new TaskState(to.orElse(state.status()), businessStatus.on(state.businessStatus()));
    }

    /** The status of the request afterwards. */
    public ServiceRequestStatus requestStatus() {
        return request;
    }

    /**
     * Moves the work item, allowed or not: where it is not, the rule {@code transition-not-allowed} refuses the
     * transaction.
     */
    public void move(Task task) {
        after(TaskState.of(task)).writeTo(task);
    }
}
