package se.samspar.consent;

import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.generated.ConsentCategory;

/** A block (spärr): a Consent that is about the documentation of a unit or care provider, and not about a case. */
public final class Block {

    private Block() {}

    public static boolean is(Resource resource) {
        return resource instanceof Consent consent
                && consent.getCategory().stream().anyMatch(ConsentCategory.CARE_BLOCK::isIn);
    }

    /** The unit or care provider whose documentation is blocked. */
    static Reference source(Consent block) {
        return block.getProvision().getActorFirstRep().getReference();
    }

    static boolean holds(Consent block) {
        return block.getStatus() == ConsentState.ACTIVE;
    }
}
