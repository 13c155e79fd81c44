package se.samspar.support;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationDefinition;

/**
 * The example requests of the package. One is named by the code of its operation or, where types have different operations
 * of one code, by the id of its definition.
 */
public final class OperationExamples {

    /** Types whose operations are on cases of the outpatient process and what is in them. */
    public static final Set<String> OF_CASES = Set.of("CarePlan", "Communication", "Consent");

    private static final Path FOLDER = Path.of("profiles/fsh-generated");

    private OperationExamples() {}

    /** The name of the example for each operation, as {@code Type/$code}, on the types asked for. */
    public static Map<String, String> of(Predicate<String> type) {
        Map<String, String> examples = new TreeMap<>();
        definitions().forEach(definition -> definition.getResource().stream()
                .map(CodeType::getCode)
                .filter(type)
                .forEach(resource -> name(definition)
                        .ifPresent(name -> examples.put(resource + "/$" + definition.getCode(), name))));
        return examples;
    }

    /** The example as JSON. */
    public static String read(String name) {
        return read(file(name));
    }

    private static Optional<String> name(OperationDefinition definition) {
        return Stream.of(definition.getIdPart(), definition.getCode())
                .filter(name -> Files.exists(file(name)))
                .findFirst();
    }

    private static Path file(String name) {
        return FOLDER.resolve("examples/Parameters-%s-request.json".formatted(name));
    }

    private static Stream<OperationDefinition> definitions() {
        try (Stream<Path> files = Files.list(FOLDER.resolve("resources"))) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("OperationDefinition-"))
                    .map(file -> FhirContext.forR4Cached()
                            .newJsonParser()
                            .parseResource(OperationDefinition.class, read(file)))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
