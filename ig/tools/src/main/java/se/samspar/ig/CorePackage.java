package se.samspar.ig;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.formats.JsonParser;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;

/**
 * Fills a FHIR package cache for SUSHI without any package server: the R4 core definitions come from the bundles in
 * hapi-fhir-validation-resources-r4, and the packages that SUSHI loads by itself become empty ones.
 *
 * <p>Usage: {@code CorePackage PACKAGES_FOLDER [emptyPackageId#version ...]}
 */
public final class CorePackage {

    private static final String CORE = "hl7.fhir.r4.core";
    private static final String CORE_VERSION = "4.0.1";
    private static final String MODEL = "/org/hl7/fhir/r4/model/";
    private static final List<String> SOURCES = List.of(
            "profile/profiles-types.xml",
            "profile/profiles-resources.xml",
            "profile/profiles-others.xml",
            "extension/extension-definitions.xml",
            "valueset/v2-tables.xml",
            "valueset/v3-codesystems.xml",
            "valueset/valuesets.xml",
            "sp/search-parameters.json");

    private CorePackage() {}

    public static void main(String[] args) throws IOException {
        Path cache = Path.of(args[0]);
        for (int i = 1; i < args.length; i++) {
            String[] idAndVersion = args[i].split("#");
            write(cache, idAndVersion[0], idAndVersion[1], Map.of());
        }
        if (!Files.exists(folder(cache, CORE, CORE_VERSION).resolve("package.json"))) {
            write(cache, CORE, CORE_VERSION, coreResources());
        }
    }

    private static Path folder(Path cache, String id, String version) {
        return cache.resolve(id + "#" + version).resolve("package");
    }

    private static Map<String, Resource> coreResources() throws IOException {
        FhirContext context = FhirContext.forR4Cached();
        context.getParserOptions().setStripVersionsFromReferences(false);
        Map<String, Resource> resources = new TreeMap<>();
        for (String source : SOURCES) {
            try (InputStream in = CorePackage.class.getResourceAsStream(MODEL + source)) {
                var parser = source.endsWith(".json") ? context.newJsonParser() : context.newXmlParser();
                Bundle bundle = parser.parseResource(Bundle.class, in);
                bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(resource -> resource != null && resource.hasId())
                        .forEach(resource -> add(resources, resource));
            }
        }
        return resources;
    }

    private static void add(Map<String, Resource> resources, Resource resource) {
        String id = resource.getIdElement().getIdPart();
        resource.setId(id);
        if (resource instanceof DomainResource domainResource) {
            domainResource.setText(null);
        }
        resources.put(resource.fhirType() + "-" + id, resource);
    }

    /** Writes package.json last, so that an interrupted run is not taken for a finished one. */
    private static void write(Path cache, String id, String version, Map<String, Resource> resources)
            throws IOException {
        Path folder = Files.createDirectories(folder(cache, id, version));
        JsonParser json = new JsonParser();
        StringBuilder files = new StringBuilder();
        for (Map.Entry<String, Resource> entry : resources.entrySet()) {
            String file = entry.getKey() + ".json";
            Files.write(folder.resolve(file), json.composeBytes(entry.getValue()));
            files.append(files.isEmpty() ? "" : ",\n").append(indexEntry(file, entry.getValue()));
        }
        Files.writeString(
                folder.resolve(".index.json"), "{\"index-version\": 2, \"files\": [\n%s\n]}\n".formatted(files));
        Files.writeString(
                folder.resolve("package.json"),
                """
                {"name": "%s", "version": "%s", "tools-version": 3, "type": "Core", "fhirVersions": ["4.0.1"],
                 "canonical": "http://hl7.org/fhir", "url": "http://hl7.org/fhir/R4", "author": "HL7 Inc",
                 "description": "Rebuilt from Maven artifacts for offline use", "dependencies": {}}
                """
                        .formatted(id, version));
    }

    private static String indexEntry(String file, Resource resource) {
        StringBuilder entry = new StringBuilder("{").append(field("filename", file));
        entry.append(", ").append(field("resourceType", resource.fhirType()));
        entry.append(", ").append(field("id", resource.getIdElement().getIdPart()));
        if (resource instanceof MetadataResource metadata && metadata.hasUrl()) {
            entry.append(", ").append(field("url", metadata.getUrl()));
            if (metadata.hasVersion()) {
                entry.append(", ").append(field("version", metadata.getVersion()));
            }
        }
        if (resource instanceof StructureDefinition definition) {
            entry.append(", ").append(field("kind", definition.getKind().toCode()));
            entry.append(", ").append(field("type", definition.getType()));
            if (definition.hasDerivation()) {
                entry.append(", ")
                        .append(field("derivation", definition.getDerivation().toCode()));
            }
        }
        if (resource instanceof CodeSystem codeSystem && codeSystem.hasContent()) {
            entry.append(", ").append(field("content", codeSystem.getContent().toCode()));
        }
        return entry.append("}").toString();
    }

    private static String field(String name, String value) {
        return "\"%s\": \"%s\"".formatted(name, value.replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
