package se.samspar.server;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.springframework.stereotype.Component;

/**
 * Holds what was sent to an operation against its OperationDefinition: a name that is misspelt or missing is said, not
 * passed over, and everything that is wrong is said at once.
 */
@Component
@Interceptor
class OperationParameters {

    private final Map<String, OperationDefinition> definitions;

    OperationParameters(FhirPackage fhirPackage) {
        definitions = fhirPackage.own().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .collect(Collectors.toMap(
                        definition -> definition.getResource().get(0).getCode() + "/$" + definition.getCode(),
                        Function.identity()));
    }

    @Hook(value = Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED, order = 10)
    public void check(RequestDetails request) {
        OperationDefinition definition = definitions.get(request.getResourceName() + "/" + request.getOperation());
        if (definition == null) {
            return;
        }
        List<OperationDefinitionParameterComponent> expected = definition.getParameter().stream()
                .filter(parameter -> parameter.getUse() == OperationParameterUse.IN)
                .toList();
        List<String> wrong = request.getRequestType() == RequestTypeEnum.GET
                ? names(
                        expected,
                        request.getParameters().entrySet().stream()
                                .filter(sent -> !sent.getKey().startsWith("_"))
                                .flatMap(sent -> Stream.of(sent.getValue()).map(value -> sent.getKey()))
                                .toList())
                : parameters(expected, request);
        if (!wrong.isEmpty()) {
            OperationOutcome outcome = new OperationOutcome();
            wrong.forEach(text -> outcome.addIssue()
                    .setSeverity(IssueSeverity.ERROR)
                    .setCode(IssueType.INVALID)
                    .setDiagnostics(text + " See OperationDefinition/"
                            + definition.getIdElement().getIdPart() + "."));
            throw new InvalidRequestException("The parameters do not fit the operation", outcome);
        }
    }

    private static List<String> parameters(
            List<OperationDefinitionParameterComponent> expected, RequestDetails request) {
        if (request.getResource() instanceof Parameters sent) {
            return wrong(expected, sent.getParameter()).toList();
        }
        return request.getResource() == null
                ? names(expected, List.of())
                : List.of("The body is a " + request.getResource().fhirType() + ", and has to be a Parameters.");
    }

    private static Stream<String> wrong(
            List<OperationDefinitionParameterComponent> expected, List<ParametersParameterComponent> sent) {
        Stream<String> names =
                names(
                        expected,
                        sent.stream().map(ParametersParameterComponent::getName).toList())
                        .stream();
        Stream<String> parts = sent.stream().flatMap(parameter -> expected.stream()
                .filter(definition ->
                        definition.hasPart() && definition.getName().equals(parameter.getName()))
                .flatMap(definition -> wrong(definition.getPart(), parameter.getPart())));
        Stream<String> values = sent.stream().flatMap(parameter -> expected.stream()
                .filter(definition -> definition.getName().equals(parameter.getName()))
                .filter(definition -> !hasValue(definition, parameter))
                .map(definition -> "Parameter '" + parameter.getName() + "' needs a value of type "
                        + (definition.hasPart() ? "part" : definition.getType()) + "."));
        return Stream.of(names, parts, values).flatMap(Function.identity());
    }

    /** HAPI hands over nothing for a resource of another type; the types of values it checks itself. */
    private static boolean hasValue(
            OperationDefinitionParameterComponent definition, ParametersParameterComponent sent) {
        if (definition.hasPart()) {
            return sent.hasPart();
        }
        return sent.hasResource() ? sent.getResource().fhirType().equals(definition.getType()) : sent.hasValue();
    }

    private static List<String> names(List<OperationDefinitionParameterComponent> expected, List<String> sent) {
        Stream<String> unknown = sent.stream()
                .filter(name -> expected.stream()
                        .noneMatch(definition -> definition.getName().equals(name)))
                .distinct()
                .map(name -> "The operation has no parameter '" + name + "'.");
        Stream<String> counts = expected.stream()
                .flatMap(definition -> count(
                        definition,
                        sent.stream().filter(definition.getName()::equals).count()));
        return Stream.concat(unknown, counts).toList();
    }

    private static Stream<String> count(OperationDefinitionParameterComponent definition, long sent) {
        if (sent < definition.getMin()) {
            return Stream.of("Parameter '" + definition.getName() + "' is required.");
        }
        if (!"*".equals(definition.getMax()) && sent > Long.parseLong(definition.getMax())) {
            return Stream.of(
                    "Parameter '" + definition.getName() + "' may be sent " + definition.getMax() + " time(s).");
        }
        return Stream.empty();
    }
}
