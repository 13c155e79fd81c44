package se.samspar.directory;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.core.io.ClassPathResource;

/** Reads a resource of our own FHIR package, which is on the class path. */
final class PackagedResource {

    private PackagedResource() {}

    static <T extends Resource> T read(FhirContext fhirContext, Class<T> type, String id) {
        String path = "package/%s-%s.json".formatted(type.getSimpleName(), id);
        try (InputStream json = new ClassPathResource(path).getInputStream()) {
            return fhirContext.newJsonParser().parseResource(type, json);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
