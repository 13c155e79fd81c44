package se.samspar.registration;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import org.hl7.fhir.r4.model.Encounter;
import se.samspar.rule.Actor;

/** Each unit answers for its own half of a registration. */
final class OwnHalf {

    private OwnHalf() {}

    static void require(Encounter half, Actor actor) {
        if (!actor.actsFor(half.getServiceProvider())) {
            throw new ForbiddenOperationException("Only the unit of the encounter completes and verifies it.");
        }
    }
}
