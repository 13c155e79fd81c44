package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
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
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.TriageDecision;

/**
 * Takes a request from one receiver to the next. Its content stays as it is but for the address: receiver and, where the
 * next one takes requests in another, the specialty. Who had it, when and why it went on stands on it as a trail, and the
 * new receiver has the whole time that the track gives.
 */
@Component
class Forwarding {

    private final Receivers receivers;
    private final InboxTasks tasks;
    private final Clock clock;

    Forwarding(Receivers receivers, InboxTasks tasks, Clock clock) {
        this.receivers = receivers;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * The work item of the new receiver.
     *
     * @throws UnprocessableEntityException when that is the unit that has it already
     */
    Optional<Task> forward(Step step, Decision decision) {
        ServiceRequest request = step.request();
        Receiver receiver = receivers.named(
                "forwardTo",
                decision.forwardTo().orElseThrow(),
                InboxTasks.track(request).getCode());
        if (receiver.unit().equalsDeep(step.task().getOwner())) { // whose time would begin anew
            throw new UnprocessableEntityException(
                    "Parameter forwardTo names your own unit: use $reassign to give the request to a colleague.");
        }
        leaveTrail(request, step.task().getOwner(), decision.reason());
        receiver.receive(request, request.getPerformerType());
        // A conference is the former receiver's, with a room that the next one has nothing to do in.
        request.getExtension().removeIf(extension -> Extensions.NAMED_CONFERENCE.equals(extension.getUrl()));
        Optional<Task> next = tasks.open(request, decision.priority().orElseGet(() -> InboxTasks.priority(request)));
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
