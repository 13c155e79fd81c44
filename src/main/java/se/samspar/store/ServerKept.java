package se.samspar.store;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;

/**
 * What of a type the server keeps by itself, so that it can be trusted: a feature says it, the rule {@code server-written}
 * refuses it from clients.
 *
 * @param <R> the resource type; {@code Resource} for several
 */
public interface ServerKept<R extends Resource> {

    /** What a client has written that is the server's. Asked when the resource is written. */
    Stream<Finding> claimed(R resource, RuleContext context);
}
