package se.samspar.registration;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/** Whoever takes part in its encounter sees a diagnosis. */
@Component
class ConditionParticipation implements Participation<Condition> {

    @Override
    public Stream<Reference> units(Condition condition, RuleContext context) {
        return RegistrationUnits.own(condition.getEncounter(), context);
    }

    @Override
    public Stream<Reference> guests(Condition condition, RuleContext context) {
        return RegistrationUnits.guests(condition.getEncounter(), context);
    }

    @Override
    public Stream<Reference> documentedBy(Condition condition, RuleContext context) {
        return units(condition, context);
    }

    @Override
    public Stream<Reference> writers(Condition condition, RuleContext context) {
        return units(condition, context);
    }

    @Override
    public Stream<Reference> patients(Condition condition) {
        return Stream.of(condition.getSubject());
    }
}
