package se.samspar.rule;

/** What happens when a rule is broken. */
public enum Severity {
    /** Safety or law: refused, never set aside. */
    BLOCK,
    /** Refused unless a documented justification names the rule (TRK-10). */
    JUSTIFY,
    /** Accepted, and said in the answer. */
    WARN
}
