package se.samspar.track;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.directory.Deadlines;
import se.samspar.directory.Directory;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.WorkItems;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.store.ResourceStore;
import se.samspar.track.state.TaskState;

/**
 * The work items of a request: the receiver's, which follows the request from submission to answer, and those by which
 * the receiver asks the requester for more.
 *
 * <p>Deadlines (TRK-9) run by the receiver's service on the track. A new request is due for a first response; an
 * accepted one for its answer, counted anew from the planned time or else from the acceptance ({@link AnswerDeadline});
 * a supplemented one is due anew from the supplement. The requester has as long for a supplement as the receiver has for
 * a response.
 */
@Component
class InboxTasks {

    private final ResourceStore store;
    private final Directory directory;
    private final TrackCatalogue tracks;
    private final Deadlines deadlines;
    private final Clock clock;

    InboxTasks(ResourceStore store, Directory directory, TrackCatalogue tracks, Deadlines deadlines, Clock clock) {
        this.store = store;
        this.directory = directory;
        this.tracks = tracks;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** The receiver's work item; empty while the request is being created. */
    Optional<Task> of(ServiceRequest request) {
        return WorkItems.receivers(request, store.search(Task.class, WorkItems.query(request)));
    }

    /** Puts a new request into its receiver's inbox; empty when the requester is unknown, which rules refuse. */
    Optional<Task> open(ServiceRequest request) {
        return directory.unitOf(request.getRequester()).map(requester -> {
            Instant now = clock.instant();
            Task task = task(request, reference(requester), versionless(request.getPerformerFirstRep()), now);
            task.setPriority(priority(request));
            setDeadline(task, request, now);
            return store.create(task);
        });
    }

    /** Asks the requester for more. */
    Task askForSupplement(ServiceRequest request, Task receivers, Optional<String> what) {
        Instant now = clock.instant();
        Task task = task(
                request, receivers.getOwner().copy(), receivers.getRequester().copy(), now);
        task.setPriority(receivers.getPriority());
        task.addPartOf(reference(receivers));
        task.setReasonCode(TriageDecision.REQUEST_SUPPLEMENT.toConcept().setText(what.orElse(null)));
        setDeadline(task, request, now);
        return store.create(task);
    }

    /** The requester has supplemented; had it been asked to? */
    boolean completeSupplements(Task receivers) {
        List<Task> asked = openSupplements(receivers);
        asked.forEach(task -> store.update(touch(task.setStatus(TaskStatus.COMPLETED))));
        return !asked.isEmpty();
    }

    /** Nothing is awaited from the requester any more. */
    void withdrawSupplements(Task receivers, String why) {
        openSupplements(receivers).forEach(task -> {
            task.setStatus(TaskStatus.CANCELLED).getStatusReason().setText(why);
            store.update(touch(task));
        });
    }

    private List<Task> openSupplements(Task receivers) {
        return store
                .search(Task.class, "part-of=Task/" + receivers.getIdElement().getIdPart() + "&status=requested")
                .stream()
                .filter(WorkItems::asksForSupplement)
                .toList();
    }

    /** Counts the time anew; leaves it when the receiver has no such service any more. */
    void setDeadline(Task task, ServiceRequest request, Instant from) {
        String track = track(request).getCode();
        tracks.find(track)
                .flatMap(definition -> directory
                        .trackService(
                                request.getPerformerFirstRep()
                                        .getReferenceElement()
                                        .getIdPart(),
                                track,
                                specialties(request))
                        .map(service -> deadlines.respondBy(
                                definition, task.getPriority().toCode(), service, from)))
                .ifPresent(due -> task.getRestriction().getPeriod().setEnd(Date.from(due)));
    }

    Task touch(Task task) {
        return task.setLastModified(Date.from(clock.instant()));
    }

    private static Task task(ServiceRequest request, Reference from, Reference to, Instant now) {
        Task task = new Task();
        task.setStatus(TaskState.SUBMITTED.status());
        task.setIntent(TaskIntent.ORDER);
        task.getCode().addCoding(track(request).copy());
        task.setFocus(reference(request));
        task.setFor(versionless(request.getSubject()));
        task.setRequester(from).setOwner(to);
        task.setAuthoredOn(Date.from(now)).setLastModified(Date.from(now));
        return task;
    }

    static TaskPriority priority(ServiceRequest request) {
        return request.hasPriority()
                ? TaskPriority.fromCode(request.getPriority().toCode())
                : TaskPriority.ROUTINE;
    }

    /** The track of a request; without a code when it has none, which its profile refuses. */
    static Coding track(ServiceRequest request) {
        return request.getCategory().stream()
                .flatMap(category -> category.getCoding().stream())
                .filter(coding -> CodeSystems.TRACK.equals(coding.getSystem()))
                .findFirst()
                .orElseGet(Coding::new);
    }

    static List<Coding> specialties(ServiceRequest request) {
        return request.getPerformerType().getCoding();
    }

    static Reference reference(Resource resource) {
        return new Reference(resource.getIdElement().toUnqualifiedVersionless());
    }

    private static Reference versionless(Reference reference) {
        return new Reference(new IdType(reference.getReference()).toUnqualifiedVersionless());
    }
}
