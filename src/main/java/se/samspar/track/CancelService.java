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
    private final Plans plans;

    CancelService(Steps steps, Plans plans) {
        this.steps = steps;
        this.plans = plans;
    }

    ServiceRequest cancel(ServiceRequest request, Optional<String> reason, List<Justification> justifications) {
        Step step = steps.begin(request, TaskEvent.CANCEL, justifications);
        step.because(reason);
        steps.finish(step);
        if (step.isAllowed()) {
            plans.undo(step, reason, "Remissen är återtagen");
        }
        return request;
    }
}
