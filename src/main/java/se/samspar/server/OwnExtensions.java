package se.samspar.server;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Profiles;

/**
 * Finds extensions in the project's own namespace that nobody has defined: a misspelt one would be kept and read by
 * nobody. Extensions of others are theirs.
 */
@Component
class OwnExtensions extends ElementCheck {

    private static final String NAMESPACE = Profiles.PATIENT.replaceFirst("StructureDefinition/.*", "");

    private final Set<String> defined;

    OwnExtensions(FhirPackage fhirPackage) {
        defined = fhirPackage.all().stream()
                .filter(StructureDefinition.class::isInstance)
                .map(MetadataResource::getUrl)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    Optional<String> fault(Base element) {
        return element instanceof Extension extension && isUndefined(String.valueOf(extension.getUrl()))
                ? Optional.of("There is no extension %s.".formatted(extension.getUrl()))
                : Optional.empty();
    }

    private boolean isUndefined(String url) {
        return url.startsWith(NAMESPACE) && !defined.contains(url);
    }
}
