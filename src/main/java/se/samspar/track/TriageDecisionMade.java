package se.samspar.track;

import java.time.Instant;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import se.samspar.track.state.TaskEvent;

/**
 * What the receiver decided.
 *
 * @param event the decision
 * @param reason why
 * @param priority the priority that the receiver sets on its work item
 * @param plannedTime when the patient is seen
 */
record TriageDecisionMade(
        TaskEvent event, Optional<String> reason, Optional<TaskPriority> priority, Optional<Instant> plannedTime) {}
