package se.samspar.store;

import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.RuleContext;

/**
 * What follows from a write, done in the same transaction before the rules look at its final state: further resources
 * by {@link ResourceStore}, rows in tables of our own.
 *
 * @param <R> the resource type whose writes it follows
 */
public interface Consequence<R extends Resource> {

    /** Does what follows. Runs again when the resource is written again in the same transaction. */
    void follow(R resource, RuleContext context);
}
