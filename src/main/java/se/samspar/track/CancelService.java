package se.samspar.track;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.store.Justification;
import se.samspar.track.state.TaskEvent;

/** The requester takes a request back, and with it what the receiver had planned. */
@Component
class CancelService {

    private final Steps steps;
    private final InboxTasks tasks;
    private final Meetings meetings;
    private final CareCommitments commitments;

    CancelService(Steps steps, InboxTasks tasks, Meetings meetings, CareCommitments commitments) {
        this.steps = steps;
        this.tasks = tasks;
        this.meetings = meetings;
        this.commitments = commitments;
    }

    ServiceRequest cancel(ServiceRequest request, Optional<String> reason, List<Justification> justifications) {
        Step step = steps.begin(request, TaskEvent.CANCEL, justifications);
        step.because(reason);
        steps.finish(step);
        if (step.isAllowed()) {
            tasks.withdrawSupplements(step.task(), "Remissen är återtagen");
            meetings.cancel(request, reason);
            commitments.cancel(request);
        }
        return request;
    }
}
