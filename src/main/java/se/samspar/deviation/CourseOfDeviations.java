package se.samspar.deviation;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Same;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Course;

/** A deviation stays as it was reported, and is answered once; by plain REST notes are added to its work item. */
@Component
class CourseOfDeviations implements Course<Resource> {

    @Override
    public Stream<Finding> left(Resource resource, RuleContext context) {
        if (resource instanceof AdverseEvent deviation) {
            return context
                    .previous(deviation)
                    .flatMap(before -> obstacle(before, deviation, context))
                    .map(text -> Finding.at("AdverseEvent", text))
                    .stream();
        }
        return resource instanceof Task task
                        && Deviations.isWorkItem(task)
                        && context.isWrittenByClient(task)
                        && context.previous(task)
                                .filter(before -> !WorkItems.isSameButNotes(before, task))
                                .isPresent()
                ? Stream.of(Finding.at(
                        "Task",
                        "By plain REST only notes are added to a work item; AdverseEvent/$answer completes it."))
                : Stream.empty();
    }

    private static Optional<String> obstacle(AdverseEvent before, AdverseEvent after, RuleContext context) {
        if (context.isWrittenByClient(after)) {
            return Same.content(before).equalsDeep(Same.content(after))
                    ? Optional.empty()
                    : Optional.of(
                            "A deviation stays as it was reported; the unit concerned uses AdverseEvent/$answer.");
        }
        return Deviations.answer(before).map(answered -> "The deviation has been answered.");
    }
}
