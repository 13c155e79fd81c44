package se.samspar.fhir;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;

/** When two codings or identifiers mean the same. */
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
}
