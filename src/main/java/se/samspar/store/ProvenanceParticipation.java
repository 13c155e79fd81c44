package se.samspar.store;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/** Whoever sees what a Provenance is about sees the Provenance. */
@Component
class ProvenanceParticipation implements Participation<Provenance> {

    @Override
    public Stream<Reference> units(Provenance provenance, RuleContext context) {
        return provenance.getTarget().stream()
                .flatMap(target -> context.resolve(target, Resource.class).stream())
                .flatMap(target -> target.getMeta().getSecurity().stream())
                .filter(label -> AccessLabels.SYSTEM.equals(label.getSystem()))
                .map(label -> new Reference("Organization/" + label.getCode()));
    }
}
