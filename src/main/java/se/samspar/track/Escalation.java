package se.samspar.track;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.OnCall;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.WorkItems;
import se.samspar.fhir.generated.Track;
import se.samspar.store.ResourceStore;
import se.samspar.track.state.TaskState;

/**
 * Where the definition of a track says so, a request that nobody has answered in time goes to the function of the
 * receiving unit that is on duty (TRK-4). The unit owns it as before, and it stays overdue.
 */
@Component
class Escalation {

    private final ResourceStore store;
    private final Directory directory;
    private final OnCall onCall;
    private final TrackCatalogue tracks;
    private final InboxTasks tasks;

    Escalation(ResourceStore store, Directory directory, OnCall onCall, TrackCatalogue tracks, InboxTasks tasks) {
        this.store = store;
        this.directory = directory;
        this.onCall = onCall;
        this.tracks = tracks;
        this.tasks = tasks;
    }

    /** False when it is to be handed over and nobody is on duty. */
    boolean escalate(String taskId, Instant now) {
        Optional<Task> overdue = store.find(new Reference("Task/" + taskId), Task.class)
                .filter(task -> !WorkItems.asksForSupplement(task))
                .filter(task -> !TaskState.of(task).isAwaitingInformation()); // the requester has the word
        Optional<ServiceRequest> request = overdue.flatMap(task -> store.find(task.getFocus(), ServiceRequest.class));
        Optional<Track> escalation = request.flatMap(tracks::of).flatMap(TrackDefinition::escalation);
        if (escalation.isEmpty()) {
            return true;
        }
        Optional<PractitionerRole> role = onDuty(request.get(), escalation.get(), now);
        role.ifPresent(found -> handOver(request.get(), overdue.get(), found, escalation.get(), now));
        return role.isPresent();
    }

    /** At the unit's service in the specialty of the request, or where there is none at its first. */
    private Optional<PractitionerRole> onDuty(ServiceRequest request, Track escalation, Instant now) {
        String unit = request.getPerformerFirstRep().getReferenceElement().getIdPart();
        return directory
                .trackService(unit, escalation.code(), InboxTasks.specialties(request))
                .or(() -> directory.trackServices(unit, escalation.code()).stream()
                        .findFirst())
                .flatMap(service -> onCall.onDuty(service, now));
    }

    /** A step like others: the version of the request moves, so that nobody acts on what was before. */
    private void handOver(ServiceRequest request, Task task, PractitionerRole role, Track escalation, Instant now) {
        AssignService.assign(task, InboxTasks.reference(role));
        task.addNote()
                .setText("Svarstiden har gått ut: ärendet har gått till den som är i tjänst (%s)."
                        .formatted(escalation.display()))
                .setTime(Date.from(now));
        store.update(request);
        store.update(tasks.touch(task));
    }
}
