package se.samspar.security;

import se.samspar.rule.Actor;

/** Who reads the access log: the reviewer of a unit, and the patient. */
final class LogAccess {

    static final String TYPE = "AuditEvent";

    private LogAccess() {}

    static boolean allow(Actor actor, char permission) {
        boolean reviews = actor.has(Actor.LOG_REVIEW_SCOPE) && actor.unit().isPresent();
        return permission == 'r' && reviews
                || permission == 's' && reviews
                || actor.isPatient() && actor.allows(TYPE, permission);
    }
}
