package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.utilities.npm.NpmPackage;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ConformanceSource;

/** The conformance resources that this server goes by: its own FHIR package, and those that a region adds. */
@Component
class FhirPackage {

    /** The package as one file, as FHIR tools load it. */
    static final ClassPathResource FILE = new ClassPathResource("se.samspar.fhir.tgz");

    private final String version;
    private final List<MetadataResource> own;
    private final List<MetadataResource> added;
    private final int numberAdded;

    FhirPackage(FhirContext fhirContext, ServerProperties properties, List<ConformanceSource> sources)
            throws IOException {
        try (InputStream json = new ClassPathResource("package/package.json").getInputStream()) {
            version = new ObjectMapper().readTree(json).path("version").asText();
        }
        own = replace(readOwn(fhirContext), sources);
        List<Path> files = files(properties.packages());
        added = files.stream().flatMap(file -> read(fhirContext, file)).toList();
        numberAdded = files.size();
        sources.forEach(source -> source.check(all()));
    }

    String version() {
        return version;
    }

    /** Our own profiles, code systems, operations and search parameters. */
    List<MetadataResource> own() {
        return own;
    }

    /** Ours and those of the packages in the configured folder. */
    List<MetadataResource> all() {
        return Stream.concat(own.stream(), added.stream()).toList();
    }

    /** How many packages a region adds. */
    int numberAdded() {
        return numberAdded;
    }

    private static List<MetadataResource> readOwn(FhirContext fhirContext) throws IOException {
        List<MetadataResource> resources = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:/package/*-*.json")) {
            try (InputStream json = file.getInputStream()) {
                resources.add((MetadataResource) fhirContext.newJsonParser().parseResource(json));
            }
        }
        if (resources.isEmpty()) {
            throw new IllegalStateException("The FHIR package is missing from the class path: build with Maven");
        }
        return List.copyOf(resources);
    }

    private static List<MetadataResource> replace(List<MetadataResource> packaged, List<ConformanceSource> sources) {
        Map<String, MetadataResource> resources = new LinkedHashMap<>();
        Stream.concat(packaged.stream(), sources.stream().flatMap(ConformanceSource::resources))
                .forEach(resource -> resources.put(resource.fhirType() + "/" + resource.getIdPart(), resource));
        return List.copyOf(resources.values());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (folder == null) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new PackagesMissingException(folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }

    private static Stream<MetadataResource> read(FhirContext fhirContext, Path file) {
        try (InputStream tgz = Files.newInputStream(file)) {
            NpmPackage npm = NpmPackage.fromPackage(tgz);
            List<MetadataResource> resources = new ArrayList<>();
            for (String name : npm.listResources("StructureDefinition", "ValueSet", "CodeSystem")) {
                resources.add((MetadataResource) fhirContext.newJsonParser().parseResource(npm.loadResource(name)));
            }
            return resources.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("FHIR package cannot be read: " + file, unreadable);
        }
    }
}
