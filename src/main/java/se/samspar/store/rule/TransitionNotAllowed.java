package se.samspar.store.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.ByType;
import se.samspar.store.Course;

/** What has states goes from one to the next as its feature says by {@link Course}, and no other way. */
@RuleInfo(
        code = "transition-not-allowed",
        severity = Severity.BLOCK,
        requirement = "TRK-9",
        remedy = "Read the resource again, and what is possible now where its type has $available-actions; act from"
                + " that version.")
final class TransitionNotAllowed implements Rule<Resource> {

    private final ByType<Course<?>> courses;

    TransitionNotAllowed(ObjectProvider<Course<?>> courses) {
        this.courses = new ByType<>(Course.class, courses);
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        return courses.of(resource).stream().flatMap(course -> left(course, resource, context));
    }

    @SuppressWarnings("unchecked") // filtered by the type it takes
    private static <R extends Resource> Stream<Finding> left(Course<?> course, R resource, RuleContext context) {
        return ((Course<R>) course).left(resource, context);
    }
}
