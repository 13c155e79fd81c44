package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.attachment.Attachments;
import se.samspar.fhir.WorkItems;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;
import se.samspar.track.state.TaskEvent;

/** The requester adds to a request, asked or unasked. */
@Component
class SupplementService {

    private final Steps steps;
    private final InboxTasks tasks;
    private final Meetings meetings;
    private final Attachments attachments;
    private final ResourceStore store;
    private final Clock clock;

    SupplementService(
            Steps steps,
            InboxTasks tasks,
            Meetings meetings,
            Attachments attachments,
            ResourceStore store,
            Clock clock) {
        this.steps = steps;
        this.tasks = tasks;
        this.meetings = meetings;
        this.attachments = attachments;
        this.store = store;
        this.clock = clock;
    }

    List<Resource> supplement(
            ServiceRequest request,
            Optional<String> note,
            Optional<String> workUp,
            List<DocumentReference> sent,
            List<Justification> justifications) {
        Step step = steps.begin(request, TaskEvent.SUPPLEMENT, justifications);
        if (note.isEmpty() && workUp.isEmpty() && sent.isEmpty()) {
            throw new UnprocessableEntityException("A supplement adds something: send note, workUp or attachment.");
        }
        note.ifPresent(text -> request.addNote()
                .setText(text)
                .setTime(Date.from(clock.instant()))
                .setAuthor(step.task().getRequester().copy()));
        WorkUp.add(request, workUp.stream());
        attachments
                .store(sent, request.getSubject(), step.task().getFocus())
                .forEach(document -> request.addSupportingInfo(Attachments.reference(document)));
        settle(request, step.task(), step.isAllowed());
        steps.finish(step);
        return List.of(request, step.task());
    }

    /** The requester has written a new version by plain REST: the work item goes back to the receiver all the same. */
    void supplemented(ServiceRequest request, Task task) {
        TaskEvent.SUPPLEMENT.move(task);
        tasks.touch(task);
        settle(request, task, true);
        store.update(task);
    }

    /** Who adds something unasked gives the receiver no more time, and what is booked stays when it is. */
    private void settle(ServiceRequest request, Task task, boolean allowed) {
        if (allowed) {
            task.setStatusReason(null);
            if (tasks.completeSupplements(task)) {
                Instant now = clock.instant();
                Optional<Instant> takenUp = WorkItems.isAccepted(task) ? meetings.last(request) : Optional.empty();
                tasks.setDeadline(task, request, takenUp.filter(now::isBefore).orElse(now));
            }
        }
    }
}
