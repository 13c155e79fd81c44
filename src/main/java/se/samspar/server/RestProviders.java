package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.provider.JpaSystemProvider;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.provider.ResourceProviderFactory;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Meta;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.store.Rehearsal;

/** Who answers at the REST endpoint: our package, the features' operations, HAPI's own CRUD and Bundles. */
@Component
class RestProviders {

    private final List<Object> inOrder;

    RestProviders(
            FhirContext fhirContext,
            FhirPackage fhirPackage,
            List<OperationProvider> operations,
            ResourceProviderFactory resources,
            Validations validations,
            JpaSystemProvider<Bundle, Meta> system) {
        inOrder = Stream.of(
                        packaged(fhirContext, fhirPackage),
                        operations,
                        served(fhirContext, resources),
                        validations.providers(fhirContext),
                        List.of(system))
                .<Object>flatMap(Collection::stream)
                .toList();
    }

    /** HAPI asks the last first: our $validate before its own, which knows no business rules. */
    List<Object> inOrder() {
        return inOrder;
    }

    /** Validates as the gate does. */
    @Component
    record Validations(ProfileValidation validation, ProfileOfType profiles, Rehearsal rehearsal) {

        @SuppressWarnings("unchecked") // R4 resource types are R4 resources
        private List<ValidateProvider> providers(FhirContext fhirContext) {
            return ResourceTypes.SERVED.stream()
                    .map(type -> (Class<? extends Resource>)
                            fhirContext.getResourceDefinition(type).getImplementingClass())
                    .map(type -> new ValidateProvider(type, validation.validator(), profiles, rehearsal))
                    .toList();
        }
    }

    @SuppressWarnings("unchecked") // all of them are conformance resources
    private static List<PackageProvider> packaged(FhirContext fhirContext, FhirPackage fhirPackage) {
        return ResourceTypes.PACKAGED.stream()
                .map(type -> (Class<? extends MetadataResource>)
                        fhirContext.getResourceDefinition(type).getImplementingClass())
                .map(type -> new PackageProvider(type, fhirPackage))
                .toList();
    }

    private static List<IResourceProvider> served(FhirContext fhirContext, ResourceProviderFactory resources) {
        return resources.createProviders().stream()
                .map(IResourceProvider.class::cast)
                .filter(provider ->
                        ResourceTypes.SERVED.contains(fhirContext.getResourceType(provider.getResourceType())))
                .toList();
    }
}
