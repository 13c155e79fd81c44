package se.samspar.security;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
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
                .filter(scope -> scope.group(1).equals("system")
                        ? !actor.isInEmergency() // which is for people
                        : actor.employeeHsaId().isPresent())
                .filter(scope -> scope.group(2).equals("*") || scope.group(2).equals(resourceType))
                .anyMatch(scope -> scope.group(3).indexOf(permission) >= 0);
    }

    /**
     * Refuses what no scope of the token allows, and writing what is the administrator's.
     *
     * @throws ForbiddenOperationException that says which scope is needed
     */
    static void require(Actor actor, String type, char permission) {
        if (TypeAccess.isConformance(type) || TypeAccess.isDirectory(type) && permission != 'r' && permission != 's') {
            requireAdministrator(actor, type, permission);
        }
        if (!allow(actor, type, permission)) {
            throw new ForbiddenOperationException("The token has no scope for this: it needs system/" + type + "."
                    + permission + " or user/" + type + "." + permission + " with an employee.");
        }
    }

    /** The directory is the administrator's, but for a unit's own services, which the write guard looks after. */
    private static void requireAdministrator(Actor actor, String type, char permission) {
        boolean ownService = type.equals("HealthcareService") && permission == 'u';
        if (!actor.has(Actor.ADMIN_SCOPE) && !ownService) {
            throw new ForbiddenOperationException("Writing " + type + " needs the scope " + Actor.ADMIN_SCOPE + ".");
        }
    }
}
