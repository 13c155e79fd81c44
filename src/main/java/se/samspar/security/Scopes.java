package se.samspar.security;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.util.Set;
import java.util.stream.Collectors;
import se.samspar.rule.Actor;

/** What needs which scope. */
final class Scopes {

    private Scopes() {}

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
        if (!actor.allows(type, permission)) {
            String scope = "/" + type + "." + permission;
            throw new ForbiddenOperationException("The token has no scope for this: it needs "
                    + (actor.isPatient()
                            ? "patient" + scope + "."
                            : "system" + scope + " or user" + scope + " with an employee."));
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
