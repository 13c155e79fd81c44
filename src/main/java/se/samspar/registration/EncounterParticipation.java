package se.samspar.registration;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** The unit of an encounter sees it, and both units of the request that it is based on. */
@Component
class EncounterParticipation implements Participation<Encounter> {

    @Override
    public Stream<Reference> units(Encounter encounter, RuleContext context) {
        return RegistrationUnits.own(encounter);
    }

    @Override
    public Stream<Reference> guests(Encounter encounter, RuleContext context) {
        return RegistrationUnits.guests(encounter, context);
    }

    /** The medical registration in it, and the contacts that are part of it. */
    @Override
    public Stream<Resource> dependents(Encounter encounter, RuleContext context) {
        String id = "Encounter/" + encounter.getIdElement().getIdPart();
        return Stream.of(
                        context.search(Condition.class, "encounter=" + id),
                        context.search(Procedure.class, "encounter=" + id),
                        context.search(Encounter.class, "part-of=" + id))
                .flatMap(List::stream);
    }

    @Override
    public Stream<Reference> documentedBy(Encounter encounter, RuleContext context) {
        return RegistrationUnits.own(encounter);
    }

    @Override
    public Stream<Reference> writers(Encounter encounter, RuleContext context) {
        return units(encounter, context);
    }

    @Override
    public Stream<Reference> patients(Encounter encounter) {
        return Stream.of(encounter.getSubject());
    }
}
