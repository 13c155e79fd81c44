package se.samspar.track;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ActionList;
import se.samspar.fhir.ActionList.Obstacle;
import se.samspar.fhir.WorkItems;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.store.ResourceStore;
import se.samspar.track.state.Conversions;
import se.samspar.track.state.Side;
import se.samspar.track.state.TaskEvent;
import se.samspar.track.state.TaskState;

/** What the caller may do with a request now, and what stands in the way of the rest. */
@Component
class AvailableActions {

    private final ResourceStore store;
    private final InboxTasks tasks;
    private final Conversions conversions;

    AvailableActions(ResourceStore store, InboxTasks tasks, Conversions conversions) {
        this.store = store;
        this.tasks = tasks;
        this.conversions = conversions;
    }

    Parameters of(IdType id) {
        ServiceRequest request = store.readVisible(ServiceRequest.class, id);
        ActionList actions = new ActionList();
        tasks.of(request).ifPresent(task -> codes().forEach(code -> actions.add(code, obstacles(code, task, request))));
        return actions.parameters();
    }

    private static Set<String> codes() {
        return Stream.of(TaskEvent.values())
                .map(TaskEvent::action)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** An action is open when one of the events behind it is; those of one action differ only in what follows. */
    private List<Obstacle> obstacles(String code, Task task, ServiceRequest request) {
        TaskState state = TaskState.of(task);
        List<TaskEvent> events = Stream.of(TaskEvent.values())
                .filter(candidate -> candidate.action().equals(code))
                .toList();
        Optional<String> byState = Optional.of("It is not possible while the work item is " + state.describe() + ".")
                .filter(text -> events.stream().noneMatch(event -> event.isAllowedIn(state)));
        Optional<String> byClaim = WorkItems.assigned(task).filter(text -> events.contains(TaskEvent.CLAIM));
        Optional<String> byTrack = conversion(task, request).filter(text -> events.contains(TaskEvent.CONVERT));
        return Stream.of(
                        Steps.obstacle(events.get(0), task, store.actor())
                                .map(text -> new Obstacle(RuleCode.TRANSITION_NOT_ALLOWED, text)),
                        byState.map(text -> new Obstacle(RuleCode.TRANSITION_NOT_ALLOWED, text)),
                        byClaim.map(text -> new Obstacle(RuleCode.CLAIMED_ONCE, text)),
                        byTrack.map(text -> new Obstacle(RuleCode.CONVERSION_ALLOWED, text)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> conversion(Task task, ServiceRequest request) {
        boolean byRequester = Side.REQUESTER.unitsOf(task).anyMatch(store.actor()::actsFor);
        return conversions.obstacle(request, task, byRequester);
    }
}
