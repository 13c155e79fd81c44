package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.track.state.TaskEvent;

/**
 * What the receiver decided.
 *
 * @param event the decision
 * @param reason why
 * @param forwardTo the unit or service that has the request from now on
 * @param priority the priority that the receiver sets on its work item, or with forward on that of the next
 * @param plannedTime when the patient is seen
 * @param slot the receiver's slot in which the patient is seen
 */
record Decision(
        TaskEvent event,
        Optional<String> reason,
        Optional<Reference> forwardTo,
        Optional<TaskPriority> priority,
        Optional<Instant> plannedTime,
        Optional<Reference> slot) {

    /**
     * Reads the parameters of {@code $triage}.
     *
     * @throws UnprocessableEntityException when they make no decision that is offered here
     */
    static Decision of(
            CodeType decision,
            StringType reason,
            Reference forwardTo,
            CodeType priority,
            DateTimeType plannedTime,
            Reference slot) {
        TaskEvent event = event(Parsed.code("decision", decision, TriageDecision.values()));
        Optional<Instant> planned = Parsed.instant("plannedTime", plannedTime);
        if ((planned.isPresent() || slot != null) && event != TaskEvent.ACCEPT) {
            throw new UnprocessableEntityException("Parameters plannedTime and slot go with the decision accept.");
        }
        if (planned.isPresent() && slot != null) {
            throw new UnprocessableEntityException("A slot has its time: send either slot or plannedTime.");
        }
        if ((forwardTo == null) == (event == TaskEvent.FORWARD)) {
            throw new UnprocessableEntityException(
                    "The decision forward needs parameter forwardTo, and no other decision takes it.");
        }
        return new Decision(
                event,
                Parsed.text(reason),
                Optional.ofNullable(forwardTo),
                Parsed.priority(priority),
                planned,
                Optional.ofNullable(slot));
    }

    private static TaskEvent event(TriageDecision decision) {
        return switch (decision) {
            case ACCEPT -> TaskEvent.ACCEPT;
            case REQUEST_SUPPLEMENT -> TaskEvent.REQUEST_SUPPLEMENT;
            case DECLINE -> TaskEvent.DECLINE;
            case FORWARD -> TaskEvent.FORWARD;
            case ABORT -> TaskEvent.ABORT;
        };
    }
}
