package se.samspar.guard;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.model.api.annotation.DatatypeDef;
import ca.uhn.fhir.model.api.annotation.ResourceDef;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.OperationDefinition.OperationDefinitionParameterComponent;
import org.hl7.fhir.r4.model.OperationDefinition.OperationParameterUse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import se.samspar.fhir.OperationProvider;

/** Every operation is what its OperationDefinition says, and the package has both, with an example. */
class OperationDefinitionsTest {

    private static final List<OperationDefinition> DEFINITIONS = PackageFiles.all(OperationDefinition.class);

    static Stream<Method> operations() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(OperationProvider.class));
        return scanner.findCandidateComponents("se.samspar").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class));
    }

    static Stream<OperationDefinition> definitions() {
        return DEFINITIONS.stream();
    }

    @Test
    void thereAreOperations() {
        assertThat(operations()).isNotEmpty();
        assertThat(DEFINITIONS).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theDefinitionSaysTheSameAsTheCode(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        OperationDefinition definition = definition(operation)
                .orElseThrow(() -> new AssertionError(
                        "No OperationDefinition for " + operation.typeName() + "/" + operation.name()));
        boolean onInstance = Stream.of(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(IdParam.class));
        assertThat(definition.getInstance()).as("instance").isEqualTo(onInstance);
        assertThat(definition.getType()).as("type").isEqualTo(!onInstance);
        assertThat(definition.getAffectsState()).as("affectsState").isEqualTo(!operation.idempotent());
        Stream.of(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(OperationParam.class))
                .forEach(parameter -> assertDefined(parameter, definition));
        definition.getParameter().stream()
                .filter(parameter -> parameter.getUse() == OperationParameterUse.OUT && isReturn(parameter))
                .forEach(parameter -> assertThat(parameter.getType())
                        .as("type that %s returns", operation.name())
                        .isEqualTo(typeName(method.getReturnType())));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void whatIsDefinedIsBuiltAndHasAnExample(OperationDefinition definition) {
        assertThat(operations().map(method -> method.getAnnotation(Operation.class)))
                .as("provider method for %s", definition.getId())
                .anyMatch(operation ->
                        definition(operation).filter(definition::equals).isPresent());
        assertThat(Stream.of(definition.getCode(), definition.getIdPart()).map("Parameters-%s-request"::formatted))
                .as("example profiles/input/fsh/examples/%s-request.fsh", definition.getCode())
                .anyMatch(PackageFiles::hasExample);
    }

    private static void assertDefined(Parameter parameter, OperationDefinition definition) {
        OperationParam annotation = parameter.getAnnotation(OperationParam.class);
        OperationDefinitionParameterComponent defined = definition.getParameter().stream()
                .filter(candidate -> candidate.getUse() == OperationParameterUse.IN)
                .filter(candidate -> annotation.name().equals(candidate.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "Parameter " + annotation.name() + " is missing in OperationDefinition " + definition.getId()));
        boolean repeats = Collection.class.isAssignableFrom(parameter.getType());
        assertThat(defined.getMax()).as("max of %s", annotation.name()).isEqualTo(repeats ? "*" : "1");
        assertThat(annotation.min()).as("min of %s", annotation.name()).isLessThanOrEqualTo(defined.getMin());
        if (defined.hasPart()) {
            assertThat(typeName(type(parameter))).isEqualTo("ParametersParameterComponent");
        } else {
            assertThat(typeName(type(parameter)))
                    .as("type of %s", annotation.name())
                    .isEqualTo(defined.getType());
        }
    }

    private static boolean isReturn(OperationDefinitionParameterComponent parameter) {
        return "return".equals(parameter.getName());
    }

    private static Optional<OperationDefinition> definition(Operation operation) {
        return DEFINITIONS.stream()
                .filter(definition -> operation.name().equals("$" + definition.getCode()))
                .filter(definition -> definition.hasResource(operation.typeName()))
                .findFirst();
    }

    private static Class<?> type(Parameter parameter) {
        return parameter.getParameterizedType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : parameter.getType();
    }

    private static String typeName(Class<?> type) {
        if (type.isAnnotationPresent(DatatypeDef.class)) {
            return type.getAnnotation(DatatypeDef.class).name();
        }
        return type.isAnnotationPresent(ResourceDef.class)
                ? type.getAnnotation(ResourceDef.class).name()
                : type.getSimpleName();
    }
}
