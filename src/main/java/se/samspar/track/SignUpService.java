package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;
import se.samspar.track.state.Side;

/** Puts a case on the agenda of a conference: the request names the conference from then on, and no other. */
@Component
class SignUpService {

    private final ResourceStore store;
    private final InboxTasks tasks;
    private final AnswerDeadline deadline;

    SignUpService(ResourceStore store, InboxTasks tasks, AnswerDeadline deadline) {
        this.store = store;
        this.tasks = tasks;
        this.deadline = deadline;
    }

    Appointment signUp(Appointment conference, Reference which, List<Justification> justifications) {
        ServiceRequest request = store.readVisible(ServiceRequest.class, which.getReferenceElement());
        Task task = tasks.of(request).orElseThrow(() -> new ResourceNotFoundException(request.getIdElement()));
        if (Side.EITHER.unitsOf(task).noneMatch(store.actor()::actsFor)) {
            throw new ForbiddenOperationException("Only the requesting or receiving unit signs a case up.");
        }
        request.getExtension().removeIf(extension -> Extensions.NAMED_CONFERENCE.equals(extension.getUrl()));
        request.addExtension(new Extension(Extensions.NAMED_CONFERENCE, InboxTasks.reference(conference)));
        justifications.forEach(justification -> justification.attachTo(request));
        store.update(request);
        deadline.count(request);
        return store.update(conference);
    }
}
