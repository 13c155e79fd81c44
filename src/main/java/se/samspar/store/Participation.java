package se.samspar.store;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.RuleContext;

/**
 * Which units take part in a resource and so may see it (ALL-3). There is one for every type with patient data; a type
 * without one is seen by nobody but the unit that wrote it.
 *
 * @param <R> the resource type
 */
public interface Participation<R extends Resource> {

    /** References to the units, or to roles of their staff; unresolvable ones are ignored. */
    Stream<Reference> units(R resource, RuleContext context);

    /** Does every unit see it? Then nothing in it is about a patient. */
    default boolean isOpen(R resource) {
        return false;
    }

    /** Does the unit that makes it see it, whether or not it takes part? */
    default boolean isSeenByMaker(R resource) {
        return true;
    }

    /** The patients whose record these units may see because of this resource. */
    default Stream<Reference> patients(R resource) {
        return Stream.empty();
    }

    /**
     * What else these units may read because of this resource, such as the background of a request. Only what the writer
     * sees itself, and what is about the same patient, is opened to them.
     */
    default Stream<Reference> background(R resource) {
        return Stream.empty();
    }
}
