package se.samspar.fhir;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;

/** When two codings, identifiers or resources mean the same. */
public final class Same {

    private Same() {}

    /** The same code; one whose system is not said may be of any. */
    public static boolean isSame(Coding one, Coding other) {
        return one.hasCode()
                && one.getCode().equals(other.getCode())
                && (!one.hasSystem() || !other.hasSystem() || one.getSystem().equals(other.getSystem()));
    }

    /** The same value in the same system. */
    public static boolean isSame(Identifier one, Identifier other) {
        return one.hasSystem()
                && one.hasValue()
                && one.getSystem().equals(other.getSystem())
                && one.getValue().equals(other.getValue());
    }

    /** What a resource says, as a copy without what the server notes of it: id and meta. */
    @SuppressWarnings("unchecked")
    public static <R extends Resource> R content(R resource) {
        R content = (R) resource.copy();
        content.setId((String) null);
        content.setMeta(null);
        return content;
    }
}
