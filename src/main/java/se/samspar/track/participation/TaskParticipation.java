package se.samspar.track.participation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Whoever asked for the work and whoever has it see a work item. */
@Component
class TaskParticipation implements Participation<Task> {

    @Override
    public Stream<Reference> units(Task task, RuleContext context) {
        return Stream.of(task.getRequester(), task.getOwner());
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
