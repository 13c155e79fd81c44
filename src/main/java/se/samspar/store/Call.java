package se.samspar.store;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.AuthenticationException;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Optional;
import se.samspar.rule.Actor;

/**
 * On whose behalf the current transaction runs.
 *
 * @param actor who acts
 * @param operation the operation without its dollar sign; empty for plain REST
 * @param rehearsal is it only to be seen what would happen?
 * @param opened the patient whose record an emergency opens, as {@code Patient/id}
 */
public record Call(Actor actor, Optional<String> operation, boolean rehearsal, Optional<String> opened) {

    Call(Actor actor, Optional<String> operation, boolean rehearsal) {
        this(actor, operation, rehearsal, Optional.empty());
    }

    /** What the server does by itself, such as loading its profiles. */
    static final Call SERVER = new Call(Actor.SERVER, Optional.of("start"), false);

    /** Name of the servlet request attribute in which security leaves the {@link Actor}. */
    public static final String ACTOR_ATTRIBUTE = Actor.class.getName();

    /**
     * Who sends this request.
     *
     * @throws AuthenticationException for an HTTP request that did not pass authentication
     */
    public static Actor actorOf(RequestDetails request) {
        if (!(request instanceof ServletRequestDetails http)) {
            return Actor.SERVER;
        }
        if (http.getServletRequest().getAttribute(ACTOR_ATTRIBUTE) instanceof Actor actor) {
            return actor;
        }
        throw new AuthenticationException("No authenticated unit");
    }
}
