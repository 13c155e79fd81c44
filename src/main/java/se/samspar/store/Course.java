package se.samspar.store;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;

/**
 * Which states a type goes through: a feature says it, the rule {@code transition-not-allowed} refuses the rest.
 *
 * @param <R> the resource type; {@code Resource} for several
 */
public interface Course<R extends Resource> {

    /** What the present state, or the way of writing, does not allow. */
    Stream<Finding> left(R resource, RuleContext context);
}
