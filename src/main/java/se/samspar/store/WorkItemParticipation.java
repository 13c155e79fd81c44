package se.samspar.store;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import se.samspar.rule.RuleContext;

/** Whoever asked for work and whoever has it see the work item, and add notes; a feature says which are its own. */
public abstract class WorkItemParticipation implements Participation<Task> {

    /** Is it a work item of the feature? */
    protected abstract boolean isOwn(Task task);

    @Override
    public final Stream<Reference> units(Task task, RuleContext context) {
        return isOwn(task) ? Stream.of(task.getRequester(), task.getOwner()) : Stream.empty();
    }

    @Override
    public final Stream<Reference> writers(Task task, RuleContext context) {
        return units(task, context);
    }

    /** Whoever sends it on to another unit does not: it reads from its own where it went. */
    @Override
    public final boolean isSeenByMaker(Task task) {
        return false;
    }

    @Override
    public final Stream<Reference> patients(Task task) {
        return Stream.of(task.getFor());
    }
}
