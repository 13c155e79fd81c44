package se.samspar.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Organization;
import se.samspar.fhir.generated.IdentifierSystems;

/** The HSA-id of a unit or a care provider. */
public final class HsaId {

    private HsaId() {}

    /** Empty for an organization outside health care. */
    public static Optional<String> of(Organization organization) {
        return organization.getIdentifier().stream()
                .filter(identifier -> IdentifierSystems.HSA_ID.equals(identifier.getSystem()))
                .map(Identifier::getValue)
                .findFirst();
    }
}
