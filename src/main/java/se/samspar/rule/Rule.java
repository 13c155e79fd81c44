package se.samspar.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/**
 * One rule over one type of resource. A rule returns what it found and never throws; it meets resources that break
 * their profile too, so nothing in them is certain to be there.
 *
 * @param <R> the resource type whose writes it judges
 */
public interface Rule<R extends Resource> {

    /**
     * Judges a resource that is being written.
     *
     * @param resource the resource as it will be stored
     * @param context who writes, the state before, and the rest of the record
     * @return one finding for each thing that is wrong; empty when the rule holds
     */
    Stream<Finding> check(R resource, RuleContext context);
}
