package se.samspar.consent;

import org.hl7.fhir.r4.model.Consent;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.CareBlocks;
import se.samspar.store.Consequence;

/** A block closes what it is about in the transaction that registers it, and opens it again in the one that lifts it. */
@Component
class BlockFollowUp implements Consequence<Consent> {

    private final CareBlocks blocks;

    BlockFollowUp(CareBlocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public void follow(Consent consent, RuleContext context) {
        if (Block.is(consent) && Block.source(consent).hasReference()) {
            blocks.set(
                    consent.getIdElement().getIdPart(),
                    consent.getPatient(),
                    Block.source(consent),
                    Block.holds(consent),
                    context);
        }
    }
}
