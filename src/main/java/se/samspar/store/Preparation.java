package se.samspar.store;

import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.RuleContext;

/**
 * Fills in what the server sets itself, just before a resource is stored; runs on every write path.
 *
 * @param <R> the resource type; {@code Resource} for all
 */
public interface Preparation<R extends Resource> {

    void prepare(R resource, RuleContext context);
}
