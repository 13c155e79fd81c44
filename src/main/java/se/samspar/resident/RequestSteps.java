package se.samspar.resident;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.WorkItems;
import se.samspar.store.ResourceStore;

/**
 * Requests that wait: for the receiver's decision or answer, or for what the receiver has asked the requester for. By when
 * says the work item, which itself is between the units: the person is told of it, a unit what it sees.
 */
@Component
class RequestSteps implements StepSource {

    private final ResourceStore store;
    private final Places places;
    private final Clock clock;

    RequestSteps(ResourceStore store, Places places, Clock clock) {
        this.store = store;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public Stream<Step> of(Patient person) {
        return store.search(ServiceRequest.class, StepSource.about(person) + "&status=active").stream()
                .flatMap(request -> step(request).stream());
    }

    private Optional<Step> step(ServiceRequest request) {
        List<Task> workItems = store.search(Task.class, WorkItems.query(request)).stream()
                .filter(task -> store.actor().isPatient() || store.isVisible(task))
                .toList();
        return supplement(request, workItems)
                .or(() -> WorkItems.receivers(request, workItems).flatMap(task -> answer(request, task)));
    }

    private Optional<Step> supplement(ServiceRequest request, List<Task> workItems) {
        return workItems.stream()
                .filter(WorkItems::asksForSupplement)
                .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                .max(Comparator.comparing(Task::getAuthoredOn))
                .map(task -> step(
                        request,
                        task,
                        "Mottagningen har bett om fler uppgifter till din remiss. Den som skickade remissen svarar.",
                        request.getRequester()));
    }

    private Optional<Step> answer(ServiceRequest request, Task task) {
        Optional<String> what =
                switch (task.getStatus()) {
                    case REQUESTED, RECEIVED -> Optional.of("Mottagningen tar ställning till din remiss.");
                    case ACCEPTED, INPROGRESS -> Optional.of(
                            "Mottagningen har tagit emot din remiss och svarar på den.");
                    default -> Optional.empty();
                };
        return what.map(text -> step(request, task, text, request.getPerformerFirstRep()));
    }

    /** Who waits in vain is told so. */
    private Step step(ServiceRequest request, Task task, String what, Reference unit) {
        Optional<Instant> due = due(task);
        boolean isLate = due.filter(time -> time.isBefore(clock.instant())).isPresent();
        return new Step(
                due.map(RequestSteps::day),
                isLate ? what + " Det har dröjt längre än det skulle." : what,
                places.of(List.of(unit)),
                request);
    }

    private static Optional<Instant> due(Task task) {
        return Optional.of(task.getRestriction().getPeriod())
                .filter(period -> period.hasEnd())
                .map(period -> SwedishTime.first(period.getEndElement()));
    }

    /** By the day: how a deadline runs in hours is the units' affair. */
    private static DateTimeType day(Instant due) {
        return new DateTimeType(due.atZone(SwedishTime.ZONE).toLocalDate().toString());
    }
}
