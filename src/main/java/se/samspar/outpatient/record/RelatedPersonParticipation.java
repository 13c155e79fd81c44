package se.samspar.outpatient.record;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/**
 * A relative is seen by the unit that has written about him or her, and by those who read a case team, a meeting or a plan
 * that the relative takes part in. Who sees it may correct it.
 */
@Component
class RelatedPersonParticipation implements Participation<RelatedPerson> {

    static boolean isRelative(Reference person) {
        return "RelatedPerson".equals(person.getReferenceElement().getResourceType());
    }

    @Override
    public Stream<Reference> units(RelatedPerson relative, RuleContext context) {
        return Stream.empty();
    }

    @Override
    public Stream<Reference> writers(RelatedPerson relative, RuleContext context) {
        return context.actor().organization().stream();
    }

    @Override
    public Stream<Reference> patients(RelatedPerson relative) {
        return Stream.of(relative.getPatient());
    }
}
