package se.samspar.store;

import java.util.Set;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.generated.CodeSystems;

/**
 * The label on a patient with a protected identity and on everything about that patient. It never leaves the server: a
 * client sees the marking itself on the patient. By it search and what goes out know of the protection without a look-up.
 */
public final class ProtectedIdentity {

    public static final String SYSTEM = "https://samspar.example/fhir/protected";
    public static final String CODE = "identity";

    /** The markings of HL7 Sweden that protect. */
    private static final Set<String> MARKINGS = Set.of("sekretessmarkering", "skyddadFolkbokforing");

    private ProtectedIdentity() {}

    /** Is it a protected patient, or about one? */
    public static boolean isOf(Resource resource) {
        return resource.getMeta().getSecurity(SYSTEM, CODE) != null;
    }

    /** Is it a patient who is marked? */
    static boolean isMarked(Resource resource) {
        return resource instanceof Patient
                && resource.getMeta().getSecurity().stream().anyMatch(ProtectedIdentity::isMarking);
    }

    static boolean isMarking(Coding label) {
        return CodeSystems.SE_SECURITY_LABEL.equals(label.getSystem()) && MARKINGS.contains(label.getCode());
    }

    /** No more of what a client sent in meta than the markings, for a patient who is taken in. */
    public static Meta markings(Meta sent) {
        Meta markings = new Meta();
        sent.getSecurity().stream().filter(ProtectedIdentity::isMarking).forEach(markings::addSecurity);
        return markings;
    }

    static Coding label() {
        return new Coding().setSystem(SYSTEM).setCode(CODE);
    }
}
