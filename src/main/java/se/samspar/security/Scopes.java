package se.samspar.security;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samspar.rule.Actor;

/** What the SMART v2 scopes of a token allow: {@code system/Task.rs}, {@code user/*.cruds}. */
final class Scopes {

    private static final Pattern SMART = Pattern.compile("(system|user)/(\\*|[A-Z][A-Za-z]+)\\.(c?r?u?d?s?)");

    private Scopes() {}

    /**
     * Does any scope allow this?
     *
     * @param permission one of c, r, u, d, s
     */
    static boolean allow(Actor actor, String resourceType, char permission) {
        return actor.scopes().stream()
                .map(SMART::matcher)
                .filter(Matcher::matches)
                // A user/ scope speaks for a person: without one it allows nothing (contract section 8).
                .filter(scope ->
                        scope.group(1).equals("system") || actor.employeeHsaId().isPresent())
                .filter(scope -> scope.group(2).equals("*") || scope.group(2).equals(resourceType))
                .anyMatch(scope -> scope.group(3).indexOf(permission) >= 0);
    }
}
