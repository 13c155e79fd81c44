package se.samspar.consent;

/** Whether a unit may be told about a case (OVP-5). */
public enum Coverage {
    /** It belongs to the care provider that tells, so that no consent is needed. */
    INSIDE,
    /** The person consents, or the exception of the secrecy act (OSL 25 kap. 13 §) is documented. */
    COVERED,
    /** The person has refused. */
    DENIED,
    /** Nothing is recorded that would allow it. */
    MISSING;

    public boolean allows() {
        return this == INSIDE || this == COVERED;
    }
}
