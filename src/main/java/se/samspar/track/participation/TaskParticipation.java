package se.samspar.track.participation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Whoever asked for the work and whoever has it see the work item of a request. */
@Component
class TaskParticipation implements Participation<Task> {

    @Override
    public Stream<Reference> units(Task task, RuleContext context) {
        return WorkItems.isOfRequest(task) ? Stream.of(task.getRequester(), task.getOwner()) : Stream.empty();
    }

    @Override
    public Stream<Reference> writers(Task task, RuleContext context) {
        return units(task, context);
    }

    /** Whoever sends it on to another unit does not: it reads from its own where it went. */
    @Override
    public boolean isSeenByMaker(Task task) {
        return false;
    }

    @Override
    public Stream<Reference> patients(Task task) {
        return Stream.of(task.getFor());
    }
}
