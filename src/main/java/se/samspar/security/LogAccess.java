package se.samspar.security;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import se.samspar.rule.Actor;

/** Who reads the access log: the reviewer of a unit and the patient; and nothing else is open to a patient. */
final class LogAccess {

    static final String TYPE = "AuditEvent";

    private LogAccess() {}

    static boolean allow(Actor actor, char permission) {
        boolean reviews = actor.has(Actor.LOG_REVIEW_SCOPE) && actor.unit().isPresent();
        return permission == 'r' && reviews
                || permission == 's' && reviews
                || actor.isPatient() && actor.allows(TYPE, permission);
    }

    /** Refuses a patient whatever is not of the log. */
    static void refusePatient(Actor actor, String type) {
        if (actor.isPatient() && !TYPE.equals(type)) {
            throw new ForbiddenOperationException("To a patient AuditEvent is open, and nothing else.");
        }
    }
}
