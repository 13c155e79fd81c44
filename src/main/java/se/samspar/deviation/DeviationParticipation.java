package se.samspar.deviation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/**
 * Who reported a deviation and whom it concerns see it and its patient, also when they no longer see what it is about:
 * what was reported stays. Nobody else does, such as the other parties of a case.
 */
@Component
class DeviationParticipation implements Participation<AdverseEvent> {

    @Override
    public Stream<Reference> units(AdverseEvent deviation, RuleContext context) {
        return Stream.of(Deviations.reportingUnit(deviation), Deviations.concernedUnit(deviation));
    }

    @Override
    public Stream<Reference> writers(AdverseEvent deviation, RuleContext context) {
        return Stream.of(Deviations.reportingUnit(deviation));
    }

    @Override
    public Stream<Reference> patients(AdverseEvent deviation) {
        return Stream.of(deviation.getSubject());
    }
}
