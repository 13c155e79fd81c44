package se.samspar.security;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.samspar.rule.Actor;

/** Which scope an operation needs, from its OperationDefinition; what has none is not offered. */
@Component
class OperationScopes {

    /** These go by the scope of whoever reviews logs, and by no other. */
    private static final Set<String> OF_REVIEW = Set.of("Patient/$emergency-accesses");

    /** These make resources of another type than that which they are called on. */
    private static final Map<String, String> MADE = Map.of("PlanDefinition/$start-pathway", "CarePlan");

    private final Map<String, Character> permissions = new HashMap<>();

    OperationScopes(FhirContext fhirContext) throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver()
                .getResources("classpath:/package/OperationDefinition-*.json")) {
            try (InputStream json = file.getInputStream()) {
                add(fhirContext.newJsonParser().parseResource(OperationDefinition.class, json));
            }
        }
    }

    private void add(OperationDefinition operation) {
        char permission = !operation.getAffectsState() ? 'r' : operation.getType() ? 'c' : 'u';
        for (CodeType type : operation.getResource()) {
            permissions.put(type.getCode() + "/$" + operation.getCode(), permission);
        }
    }

    /**
     * Is it for those who review logs?
     *
     * @param operation with its dollar sign
     * @throws ForbiddenOperationException when it is, and the actor does not
     */
    private boolean isReview(Actor actor, String type, String operation) {
        if (!OF_REVIEW.contains(type + "/" + operation)) {
            return false;
        } else if (!actor.has(Actor.LOG_REVIEW_SCOPE) || actor.unit().isEmpty()) {
            throw new ForbiddenOperationException(
                    "Reviewing logs needs the scope " + Actor.LOG_REVIEW_SCOPE + " and a unit of the directory.");
        }
        return true;
    }

    /** Refuses who lacks the scope that the operation needs, which comes with its dollar sign. */
    void require(Actor actor, String type, String operation) {
        String made = MADE.get(type + "/" + operation);
        if (made != null) {
            Scopes.require(actor, made, 'c');
        } else if (!isReview(actor, type, operation)) {
            Scopes.require(actor, type, permission(type, operation));
        }
    }

    private char permission(String type, String operation) {
        if ("$validate".equals(operation)) {
            return 'r';
        }
        Character permission = permissions.get(type + "/" + operation);
        if (permission == null) {
            throw new MethodNotAllowedException("This operation is not offered: see the CapabilityStatement.");
        }
        return permission;
    }
}
