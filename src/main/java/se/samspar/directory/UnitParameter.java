package se.samspar.directory;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;

/**
 * Reads a parameter that names a unit. A URL can carry it only as text ({@code Organization/id} or an HSA-id), a body
 * as a Reference too; HAPI binds a parameter to one type, so it is read from the request here.
 */
final class UnitParameter {

    private UnitParameter() {}

    static Optional<Reference> read(RequestDetails request, String name) {
        return Stream.concat(ofBody(request, name), ofUrl(request.getParameters(), name))
                .findFirst();
    }

    private static Stream<Reference> ofBody(RequestDetails request, String name) {
        return request.getResource() instanceof Parameters body
                ? body.getParameter().stream()
                        .filter(parameter -> name.equals(parameter.getName()))
                        .map(ParametersParameterComponent::getValue)
                        .map(UnitParameter::reference)
                : Stream.empty();
    }

    private static Stream<Reference> ofUrl(Map<String, String[]> parameters, String name) {
        return Stream.of(parameters.getOrDefault(name, new String[0])).map(UnitParameter::reference);
    }

    private static Reference reference(Type value) {
        if (value instanceof Reference reference) {
            return reference;
        }
        return reference(value == null || !value.isPrimitive() ? "" : value.primitiveValue());
    }

    private static Reference reference(String text) {
        if (text.contains("/")) {
            return new Reference(text);
        }
        Reference byHsaId = new Reference();
        byHsaId.getIdentifier().setValue(text);
        return byHsaId;
    }
}
