package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Actor;
import se.samspar.rule.Finding;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;
import se.samspar.store.RuleCatalogue;
import se.samspar.track.state.TaskEvent;
import se.samspar.track.state.TaskState;

/** Takes requests from one state of the transition table to the next. */
@Component
class Steps {

    private final ResourceStore store;
    private final InboxTasks tasks;
    private final RuleCatalogue rules;

    Steps(ResourceStore store, InboxTasks tasks, RuleCatalogue rules) {
        this.store = store;
        this.tasks = tasks;
        this.rules = rules;
    }

    /**
     * Moves request and work item, which are yet to be written by {@link #finish}.
     *
     * @throws ForbiddenOperationException when the step is the other unit's, or needs an employee
     */
    Step begin(ServiceRequest request, TaskEvent event, List<Justification> justifications) {
        Task task = tasks.of(request).orElseThrow(() -> new ResourceNotFoundException(request.getIdElement()));
        obstacle(event, task, store.actor()).ifPresent(text -> {
            Finding finding = Finding.at("ServiceRequest", text);
            throw new ForbiddenOperationException(text, rules.outcome(RuleCode.TRANSITION_NOT_ALLOWED, finding));
        });
        boolean allowed = event.isAllowedIn(TaskState.of(task));
        event.move(task);
        tasks.touch(task);
        if (allowed) {
            request.setStatus(event.requestStatus());
        }
        return new Step(request, task, allowed, justifications);
    }

    /** Writes the request, whose version has to move with every step, and the work item. */
    void finish(Step step) {
        step.justifications().forEach(justification -> justification.attachTo(step.request()));
        store.update(step.request());
        store.update(step.task());
    }

    /** What keeps the actor from taking this step in any state; empty when it is its to take. */
    static Optional<String> obstacle(TaskEvent event, Task task, Actor actor) {
        if (event.side().unitsOf(task).noneMatch(actor::actsFor)) {
            return Optional.of(
                    "Only the %s unit may do this: %s.".formatted(event.side().word(), event.action()));
        }
        if (event.needsEmployee() && actor.employeeHsaId().isEmpty()) {
            return Optional.of(
                    "A person answers for this step, so the token has to name an employee (employeeHsaId): %s."
                            .formatted(event.action()));
        }
        return Optional.empty();
    }
}
