package se.samspar.track.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.track.state.TaskEvent;

/** Of a pool of consultants one has the request: who is first, under concurrency too. */
@RuleInfo(
        code = "claimed-once",
        severity = Severity.BLOCK,
        requirement = "TRK-4",
        remedy = "Take another request, or have this one given to you by $reassign.")
final class ClaimedOnce implements Rule<Task> {

    @Override
    public Stream<Finding> check(Task task, RuleContext context) {
        if (context.operation().filter(TaskEvent.CLAIM.operation()::equals).isEmpty()) {
            return Stream.empty();
        }
        return context
                .previous(task)
                .flatMap(WorkItems::assigned)
                .map(text -> Finding.at("Task.extension", text))
                .stream();
    }
}
