package se.samspar.consent;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.CareBlocks;
import se.samspar.store.Participation;
import se.samspar.store.Records;

/**
 * The unit whose documentation is blocked, or every unit of the care provider, sees the block, registers it and lifts it.
 * It opens the patient's record to none of them.
 */
@Component
class BlockParticipation implements Participation<Consent> {

    @Override
    public Stream<Reference> units(Consent consent, RuleContext context) {
        return Stream.empty(); // but for whoever has registered it, as with every consent
    }

    @Override
    public Stream<Reference> writers(Consent consent, RuleContext context) {
        return Block.is(consent) && Block.source(consent).hasReference()
                ? context.actor().organization().stream()
                        .filter(unit -> CareBlocks.isWithin(unit, Block.source(consent), Records.of(context)))
                : Stream.empty();
    }

    @Override
    public boolean mayOpen(Consent consent) {
        return Block.is(consent);
    }

    @Override
    public Stream<Opening> openings(Consent consent, RuleContext context) {
        if (!Block.is(consent) || !Block.source(consent).hasReference()) {
            return Stream.empty();
        }
        Reference source = Block.source(consent);
        String id = source.getReferenceElement().getIdPart();
        Stream<Reference> units = context.search(Organization.class, "partof=Organization/" + id).stream()
                .map(unit -> new Reference("Organization/" + unit.getIdElement().getIdPart()));
        return Stream.of(new Opening(
                new Reference("Consent/" + consent.getIdElement().getIdPart()),
                Stream.concat(Stream.of(source), units)));
    }
}
