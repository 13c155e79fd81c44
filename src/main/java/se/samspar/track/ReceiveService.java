package se.samspar.track;

import java.util.List;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.store.Justification;
import se.samspar.track.state.TaskEvent;

/** The receiver has read a request. */
@Component
class ReceiveService {

    private final Steps steps;

    ReceiveService(Steps steps) {
        this.steps = steps;
    }

    Task receive(ServiceRequest request, List<Justification> justifications) {
        Step step = steps.begin(request, TaskEvent.RECEIVE, justifications);
        steps.finish(step);
        return step.task();
    }
}
