package se.samspar.demo;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.store.ResourceStore;

/**
 * Puts the demo region into the record before the server says that it is ready: the participants of the first region
 * (DSK-3) with made-up staff, and patients with test numbers. It is data, in the transaction Bundles of the folder
 * {@code demo}; what is there already stays as it is.
 */
@Component
@Profile("demo")
class DemoRegion implements ApplicationRunner {

    static final String BUNDLES = "classpath:/demo/*.json";

    private static final Logger log = LoggerFactory.getLogger(DemoRegion.class);

    /** A transaction takes longer for every resource the more it has written already. */
    private static final int CHUNK = 10;

    private final FhirContext fhirContext;
    private final ResourceStore store;

    DemoRegion(FhirContext fhirContext, ResourceStore store) {
        this.fhirContext = fhirContext;
        this.store = store;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        List<Resource> region = read(fhirContext).toList();
        int written = 0;
        List<Resource> missing = store.executeAsServer(() -> missing(region));
        for (int start = 0; start < missing.size(); start += CHUNK) {
            List<Resource> chunk = missing.subList(start, Math.min(start + CHUNK, missing.size()));
            written += store.executeAsServer(() -> write(chunk));
        }
        log.info("Demo region: {} resources, {} of them new", region.size(), written);
    }

    /** What another node has written meanwhile is not written again: one at a time looks and writes. */
    private int write(List<Resource> chunk) {
        store.serialize("demo-region");
        List<Resource> missing = missing(chunk);
        missing.forEach(store::update);
        return missing.size();
    }

    private List<Resource> missing(List<Resource> wanted) {
        Set<String> present = present(wanted);
        return wanted.stream()
                .filter(resource -> !present.contains(ResourcePath.of(resource)))
                .toList();
    }

    private Set<String> present(List<Resource> region) {
        Map<Class<? extends Resource>, List<Resource>> byType =
                region.stream().collect(Collectors.groupingBy(Resource::getClass));
        Set<String> present = new HashSet<>();
        byType.forEach((type, resources) -> {
            String ids = resources.stream()
                    .map(resource -> resource.getIdElement().getIdPart())
                    .collect(Collectors.joining(","));
            store.search(type, "_id=" + ids).forEach(resource -> present.add(ResourcePath.of(resource)));
        });
        return present;
    }

    /** The resources of the demo Bundles, each after those that it refers to. */
    static Stream<Resource> read(FhirContext fhirContext) {
        return bundles(fhirContext)
                .flatMap(bundle -> bundle.getEntry().stream())
                .map(BundleEntryComponent::getResource);
    }

    private static Stream<Bundle> bundles(FhirContext fhirContext) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(BUNDLES))
                    .sorted((one, other) -> one.getFilename().compareTo(other.getFilename()))
                    .map(file -> parse(fhirContext, file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Bundle parse(FhirContext fhirContext, org.springframework.core.io.Resource file) {
        try (InputStream json = file.getInputStream()) {
            return fhirContext.newJsonParser().parseResource(Bundle.class, json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
