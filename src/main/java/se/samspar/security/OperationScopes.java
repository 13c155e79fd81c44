package se.samspar.security;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.exceptions.MethodNotAllowedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** Which scope an operation needs, from its OperationDefinition; what has none is not offered. */
@Component
class OperationScopes {

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
     * @param operation with its dollar sign
     * @return one of c, r, u
     */
    char permission(String type, String operation) {
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
