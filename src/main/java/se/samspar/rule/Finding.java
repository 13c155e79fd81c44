package se.samspar.rule;

import java.util.Optional;

/**
 * One thing that a rule found.
 *
 * @param expression FHIRPath to the element, such as {@code ServiceRequest.performer}
 * @param text why, for the developer or operator who reads the answer; never patient data, nor anything about a
 *     resource that the reader may not see
 * @param nationalCode code of the national referral contract (PR001 … PRO004) where one exists
 */
public record Finding(String expression, String text, Optional<String> nationalCode) {

    public static Finding at(String expression, String text) {
        return new Finding(expression, text, Optional.empty());
    }

    /** The same finding with the code that the national referral contract has for it. */
    public Finding withNationalCode(String code) {
        return new Finding(expression, text, Optional.of(code));
    }
}
