package se.samspar.deviation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Whoever sees a deviation sees its work item, and may add notes. */
@Component
class DeviationTaskParticipation implements Participation<Task> {

    @Override
    public Stream<Reference> units(Task task, RuleContext context) {
        return Deviations.isWorkItem(task) ? Stream.of(task.getRequester(), task.getOwner()) : Stream.empty();
    }

    @Override
    public Stream<Reference> writers(Task task, RuleContext context) {
        return units(task, context);
    }

    @Override
    public boolean isSeenByMaker(Task task) {
        return false;
    }

    @Override
    public Stream<Reference> patients(Task task) {
        return Stream.of(task.getFor());
    }
}
