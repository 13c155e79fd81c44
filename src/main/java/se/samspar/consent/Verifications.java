package se.samspar.consent;

import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.rule.Actor;

/** Which units have made sure of a consent for themselves: who there, and when (an instant). */
final class Verifications {

    private Verifications() {}

    /** Adds the actor's unit, or replaces what it has said before. */
    static void add(Consent consent, Actor actor, Optional<String> note, Date when) {
        Reference unit = new Reference("Organization/" + actor.unit().orElseThrow());
        consent.getExtension().removeIf(verification -> isBy(unit, verification));
        Extension verification = consent.addExtension().setUrl(Extensions.VERIFIED_BY_UNIT);
        verification.addExtension("unit", unit);
        actor.employeeHsaId()
                .ifPresent(employee -> verification.addExtension(
                        "who",
                        new Identifier().setSystem(IdentifierSystems.HSA_ID).setValue(employee)));
        verification.addExtension("when", new InstantType(when));
        note.ifPresent(text -> verification.addExtension("note", new StringType(text)));
    }

    private static boolean isBy(Reference unit, Extension verification) {
        return Extensions.VERIFIED_BY_UNIT.equals(verification.getUrl())
                && verification.getExtensionByUrl("unit").getValue() instanceof Reference other
                && Cases.isSame(unit, other);
    }
}
