package se.samspar.guard;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;

/** The compiled FHIR package as it lies in the project. */
final class PackageFiles {

    private static final Path FOLDER = Path.of("profiles/fsh-generated");

    private PackageFiles() {}

    static <T extends Resource> List<T> all(Class<T> type) {
        try (Stream<Path> files = Files.list(FOLDER.resolve("resources"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(type.getSimpleName() + "-"))
                    .sorted()
                    .map(file -> read(type, file))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static <T extends Resource> T one(Class<T> type, String id) {
        return read(type, FOLDER.resolve("resources").resolve(type.getSimpleName() + "-" + id + ".json"));
    }

    static boolean hasExample(String name) {
        return Files.exists(FOLDER.resolve("examples").resolve(name + ".json"));
    }

    private static <T extends Resource> T read(Class<T> type, Path file) {
        try {
            return FhirContext.forR4Cached().newJsonParser().parseResource(type, Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
