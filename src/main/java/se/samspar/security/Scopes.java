package se.samspar.security;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import se.samspar.rule.Actor;

/** What the SMART v2 scopes of a token allow: {@code system/Task.rs}, {@code user/*.cruds}, {@code patient/AuditEvent.rs}. */
final class Scopes {

    private static final Pattern SMART = Pattern.compile("(system|user|patient)/(\\*|[A-Z][A-Za-z]+)\\.(c?r?u?d?s?)");

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
                .filter(scope -> isHeldBy(actor, scope.group(1)))
                .filter(scope -> scope.group(2).equals("*") || scope.group(2).equals(resourceType))
                .anyMatch(scope -> scope.group(3).indexOf(permission) >= 0);
    }

    /** A user/ scope speaks for a person: without one it allows nothing (contract section 8). */
    private static boolean isHeldBy(Actor actor, String level) {
        return switch (level) {
            case "patient" -> actor.isPatient();
            case "user" -> !actor.isPatient() && actor.employeeHsaId().isPresent();
            default -> !actor.isPatient() && !actor.isInEmergency(); // which is for people
        };
    }

    /** Those that count in a patient's token. */
    static Set<String> ofPatient(Set<String> scopes) {
        return scopes.stream().filter(scope -> scope.startsWith("patient/")).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Refuses what no scope of the token allows, and writing what is the administrator's.
     *
     * @throws ForbiddenOperationException that says which scope is needed
     */
    static void require(Actor actor, String type, char permission) {
        if (type.equals(LogAccess.TYPE)) {
            if (!LogAccess.allow(actor, permission)) {
                throw new ForbiddenOperationException("The access log is read by a unit's reviewer, with the scope "
                        + Actor.LOG_REVIEW_SCOPE + ", and by the patient, with patient/AuditEvent.rs.");
            }
            return;
        }
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
