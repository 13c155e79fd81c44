package se.samspar.registration;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Whoever takes part in its encounter sees an activity. */
@Component
class ProcedureParticipation implements Participation<Procedure> {

    @Override
    public Stream<Reference> units(Procedure procedure, RuleContext context) {
        return RegistrationUnits.own(procedure.getEncounter(), context);
    }

    @Override
    public Stream<Reference> guests(Procedure procedure, RuleContext context) {
        return RegistrationUnits.guests(procedure.getEncounter(), context);
    }

    @Override
    public Stream<Reference> documentedBy(Procedure procedure, RuleContext context) {
        return units(procedure, context);
    }

    @Override
    public Stream<Reference> writers(Procedure procedure, RuleContext context) {
        return units(procedure, context);
    }

    @Override
    public Stream<Reference> patients(Procedure procedure) {
        return Stream.of(procedure.getSubject());
    }
}
