package se.samspar.followup;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Same;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.ResourceStore;

/**
 * Puts the indicators of our package into the record before the server says that it is ready. What the region has set of
 * one, baseline and target, stays when the program comes with another version of its definition.
 */
@Component
class PackagedIndicators implements ApplicationRunner {

    private static final List<String> SET_BY_REGION =
            List.of(Extensions.INDICATOR_BASELINE, Extensions.INDICATOR_TARGET);

    private final FhirContext fhirContext;
    private final ResourceStore store;

    PackagedIndicators(FhirContext fhirContext, ResourceStore store) {
        this.fhirContext = fhirContext;
        this.store = store;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:/package/Measure-*.json")) {
            try (InputStream json = file.getInputStream()) {
                Measure packaged = fhirContext.newJsonParser().parseResource(Measure.class, json);
                store.executeAsServer(() -> keep(packaged));
            }
        }
    }

    /** Of several nodes one looks and writes at a time. */
    private Optional<Measure> keep(Measure packaged) {
        store.serialize("indicator definitions");
        Optional<Measure> stored = store.find(
                new Reference(new IdType("Measure", packaged.getIdElement().getIdPart())), Measure.class);
        stored.stream()
                .flatMap(known -> known.getExtension().stream())
                .filter(extension -> SET_BY_REGION.contains(extension.getUrl()))
                .map(Extension::copy)
                .forEach(packaged::addExtension);
        return stored.filter(known -> Same.content(known).equalsDeep(Same.content(packaged)))
                .or(() -> Optional.of(store.update(packaged)));
    }
}
