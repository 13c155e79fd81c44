package se.samspar.track;

import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.TriageDecision;

/**
 * Takes a request from one receiver to the next. Its content stays as it is; who had it, when and why it went on stands
 * on it as a trail, and the new receiver has the whole time that the track gives.
 */
@Component
class Forwarding {

    private final Directory directory;
    private final InboxTasks tasks;
    private final Clock clock;

    Forwarding(Directory directory, InboxTasks tasks, Clock clock) {
        this.directory = directory;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** The work item of the new receiver. */
    Optional<Task> forward(Step step, Decision decision) {
        ServiceRequest request = step.request();
        leaveTrail(request, step.task().getOwner(), decision.reason());
        Reference receiver = decision.forwardTo().orElseThrow();
        request.setPerformer(null)
                .addPerformer(directory
                        .receivingUnit(receiver)
                        .map(InboxTasks::reference)
                        .orElse(receiver));
        Optional<Task> next = tasks.open(request);
        next.ifPresent(task -> step.task()
                .addOutput()
                .setType(TriageDecision.FORWARD.toConcept())
                .setValue(InboxTasks.reference(task)));
        return next;
    }

    private void leaveTrail(ServiceRequest request, Reference unit, Optional<String> reason) {
        Extension intermediary = request.addExtension().setUrl(Extensions.INTERMEDIARY);
        intermediary.addExtension("unit", unit.copy());
        intermediary.addExtension("time", new DateTimeType(Date.from(clock.instant())));
        reason.ifPresent(text -> intermediary.addExtension("reason", new StringType(text)));
    }
}
