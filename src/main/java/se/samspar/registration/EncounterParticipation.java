package se.samspar.registration;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** The unit of an encounter sees it, and both units of the request that it is based on. */
@Component
class EncounterParticipation implements Participation<Encounter> {

    @Override
    public Stream<Reference> units(Encounter encounter, RuleContext context) {
        return RegistrationUnits.of(encounter, context);
    }

    @Override
    public Stream<Reference> patients(Encounter encounter) {
        return Stream.of(encounter.getSubject());
    }
}
