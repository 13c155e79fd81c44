package se.samspar.track;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.directory.OnCall;
import se.samspar.directory.TrackCatalogue;
import se.samspar.directory.TrackDefinition;
import se.samspar.fhir.generated.Track;
import se.samspar.store.ResourceStore;
import se.samspar.track.state.WorkItems;

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

    void escalate(String taskId, Instant now) {
        store.find(new Reference("Task/" + taskId), Task.class)
                .filter(task -> !WorkItems.asksForSupplement(task))
                .ifPresent(task -> onDuty(task, now).ifPresent(role -> handOver(task, role, now)));
    }

    private Optional<PractitionerRole> onDuty(Task task, Instant now) {
        String unit = task.getOwner().getReferenceElement().getIdPart();
        return tracks.find(task.getCode().getCodingFirstRep().getCode())
                .flatMap(TrackDefinition::escalation)
                .map(Track::code)
                .flatMap(track -> directory.trackServices(unit, track).stream().findFirst())
                .flatMap(service -> onCall.onDuty(service, now));
    }

    private void handOver(Task task, PractitionerRole role, Instant now) {
        AssignService.assign(task, InboxTasks.reference(role));
        task.addNote()
                .setText("Svarstiden har gått ut: ärendet har gått till bakjouren.")
                .setTime(Date.from(now));
        store.update(tasks.touch(task));
    }
}
