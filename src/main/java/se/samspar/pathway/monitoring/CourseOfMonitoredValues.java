package se.samspar.pathway.monitoring;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Same;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Course;

/**
 * A value is corrected until it is taken back, and stays one of its sort and its plan; its work item is acknowledged once, and
 * by plain REST notes are added to it.
 */
@Component
class CourseOfMonitoredValues implements Course<Resource> {

    @Override
    public Stream<Finding> left(Resource resource, RuleContext context) {
        if (resource instanceof Observation value) {
            return context
                    .previous(value)
                    .filter(before -> context.isWrittenByClient(value))
                    .flatMap(before -> obstacle(before, value))
                    .map(text -> Finding.at("Observation", text))
                    .stream();
        }
        return resource instanceof Task task && MonitoredValues.isWorkItem(task)
                ? context.previous(task).flatMap(before -> obstacle(before, task, context)).stream()
                : Stream.empty();
    }

    private static Optional<String> obstacle(Observation before, Observation after) {
        boolean staysTheSame = Base.compareDeep(before.getBasedOn(), after.getBasedOn(), true)
                && Base.compareDeep(before.getCode(), after.getCode(), true)
                && before.getSubject().equalsDeep(after.getSubject())
                && Base.compareDeep(before.getPerformer(), after.getPerformer(), true);
        if (!staysTheSame) {
            return Optional.of(
                    "What was measured, of whom, by whom and for which plan stays: take the value back, and send another.");
        }
        boolean isTakenBack =
                MonitoredValues.isMistake(before) && !Same.content(before).equalsDeep(Same.content(after));
        return isTakenBack ? Optional.of("The value was taken back: send another.") : Optional.empty();
    }

    private static Optional<Finding> obstacle(Task before, Task after, RuleContext context) {
        if (context.isWrittenByClient(after)) {
            return WorkItems.isSameButNotes(before, after)
                    ? Optional.empty()
                    : Optional.of(
                            Finding.at(
                                    "Task",
                                    "By plain REST only notes are added to a work item; Observation/$acknowledge completes it."));
        }
        return MonitoredValues.isOpen(before)
                ? Optional.empty()
                : Optional.of(Finding.at(
                        "Task.status",
                        "It is not possible while the work item is %s."
                                .formatted(before.getStatus().toCode())));
    }
}
