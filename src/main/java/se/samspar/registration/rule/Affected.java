package se.samspar.registration.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.registration.half.Halves;
import se.samspar.registration.visittime.VisitClaims;
import se.samspar.rule.RuleContext;

/** Which encounters a change to a diagnosis or an activity concerns. */
final class Affected {

    private static final String ENCOUNTER = "Encounter/";

    private Affected() {}

    /** The encounter of the entry before the transaction and now: what one lost counts as much as what it got. */
    static Stream<Encounter> encountersOf(DomainResource entry, RuleContext context) {
        return Stream.concat(context.previous(entry).stream(), Stream.of(entry))
                .map(Affected::encounter)
                .map(Halves::literal)
                .filter(literal -> literal.startsWith(ENCOUNTER))
                .distinct()
                .flatMap(literal -> fresh(literal, context));
    }

    /**
     * Read anew once the registrations of its patient are serialized: another transaction may have finished the
     * encounter since this one read it first.
     */
    private static Stream<Encounter> fresh(String literal, RuleContext context) {
        context.resolve(new Reference(literal), Encounter.class)
                .ifPresent(encounter -> VisitClaims.serialize(encounter, context));
        return context.search(Encounter.class, "_id=" + literal.substring(ENCOUNTER.length())).stream();
    }

    private static Reference encounter(DomainResource entry) {
        if (entry instanceof Condition condition) {
            return condition.getEncounter();
        }
        return entry instanceof Procedure procedure ? procedure.getEncounter() : new Reference();
    }
}
