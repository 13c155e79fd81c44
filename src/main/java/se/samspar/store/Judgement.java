package se.samspar.store;

import se.samspar.rule.Finding;
import se.samspar.rule.Severity;

/**
 * A finding with the rule that made it.
 *
 * @param code the rule's code in {@code CodeSystem/rule}
 * @param remedy what the client does next
 * @param requirement where the rule comes from
 */
public record Judgement(String code, Severity severity, String remedy, String requirement, Finding finding) {}
