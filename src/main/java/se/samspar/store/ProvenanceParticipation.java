package se.samspar.store;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/** Whoever sees what a Provenance is about sees the Provenance, but for what every unit sees: it may name people. */
@Component
class ProvenanceParticipation implements Participation<Provenance> {

    @Override
    public Stream<Reference> units(Provenance provenance, RuleContext context) {
        return provenance.getTarget().stream()
                .flatMap(target -> context.resolve(target, Resource.class).stream())
                .flatMap(target -> AccessLabels.units(target).stream())
                .filter(unit -> !unit.equals(AccessLabels.EVERY_UNIT))
                .map(unit -> new Reference("Organization/" + unit));
    }
}
