package se.samspar.store;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.RuleContext;

/**
 * Which units take part in a resource and so may see it (ALL-3). There is one for every type with patient data; a type
 * without one is seen by nobody but the unit that wrote it. Who sees a resource is derived anew whenever it is written,
 * or what it depends on: access ends as it began.
 *
 * @param <R> the resource type
 */
public interface Participation<R extends Resource> {

    /** References to the units that take part, or to roles of their staff; unresolvable ones are ignored. */
    Stream<Reference> units(R resource, RuleContext context);

    /** Units that read it without taking part: they share nothing of it with others. */
    default Stream<Reference> guests(R resource, RuleContext context) {
        return Stream.empty();
    }

    /** References to the units, or to roles at them, that answer for it: they write it by plain REST. */
    default Stream<Reference> writers(R resource, RuleContext context) {
        return Stream.empty();
    }

    /** Does every unit see it? Then nothing in it is about a patient. */
    default boolean isOpen(R resource) {
        return false;
    }

    /** Does the unit that makes it see it, whether or not it takes part? */
    default boolean isSeenByMaker(R resource) {
        return true;
    }

    /** The patients whose record these units and guests may see because of this resource. */
    default Stream<Reference> patients(R resource) {
        return Stream.empty();
    }

    /**
     * The units, or roles at them, whose documentation it is: a patient may have it blocked for all others. None where it
     * is what units tell each other, or no documentation of care.
     */
    default Stream<Reference> documentedBy(R resource, RuleContext context) {
        return Stream.empty();
    }

    /** To whom it was sent, which is a disclosure of its own: they go on reading it though it is blocked. */
    default Stream<Reference> sentTo(R resource, RuleContext context) {
        return Stream.empty();
    }

    /**
     * What else these units and guests may read because of this resource, such as the background of a request. Only what
     * the writer sees itself, what is about the same patient, and what a unit of the resource takes part in, is opened
     * to them; and for no longer than that unit takes part in it.
     */
    default Stream<Reference> background(R resource) {
        return Stream.empty();
    }

    /** May it open anything besides, now or after what else is written? Asked of most writes, so it looks nothing up. */
    default boolean mayOpen(R resource) {
        return false;
    }

    /** What else this resource opens, and to whom. */
    default Stream<Opening> openings(R resource, RuleContext context) {
        return Stream.empty();
    }

    /** Resources whose units follow from this one's; looked up when those change. */
    default Stream<? extends Resource> dependents(R resource, RuleContext context) {
        return Stream.empty();
    }

    /** Do its dependents follow from what it says, not just from its units? Then they are derived at every write of it. */
    default boolean isDecisive(R resource) {
        return false;
    }

    /** A resource that another opens to some units. */
    record Opening(Reference target, Stream<Reference> units) {}
}
