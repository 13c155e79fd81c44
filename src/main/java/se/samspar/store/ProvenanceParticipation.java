package se.samspar.store;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;

/** Whoever sees what a Provenance is about sees the Provenance, and the unit that did what it tells of. */
@Component
class ProvenanceParticipation implements Participation<Provenance> {

    @Override
    public Stream<Reference> units(Provenance provenance, RuleContext context) {
        Stream<Reference> seeing = provenance.getTarget().stream()
                .flatMap(target -> context.resolve(target, Resource.class).stream())
                .flatMap(target -> target.getMeta().getSecurity().stream())
                .filter(label -> AccessLabels.SYSTEM.equals(label.getSystem()))
                .map(label -> new Reference("Organization/" + label.getCode()));
        Stream<Reference> acting =
                provenance.getAgent().stream().flatMap(agent -> Stream.of(agent.getWho(), agent.getOnBehalfOf()));
        return Stream.concat(seeing, acting);
    }
}
