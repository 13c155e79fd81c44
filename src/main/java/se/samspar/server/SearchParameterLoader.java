package se.samspar.server;

import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.SearchParameter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import se.samspar.store.ResourceStore;

/** Gives HAPI our search parameters, which it reads from the database, before anything is indexed or searched. */
@Component
class SearchParameterLoader implements SmartInitializingSingleton {

    private final FhirPackage fhirPackage;
    private final ResourceStore store;
    private final ISearchParamRegistry registry;

    SearchParameterLoader(FhirPackage fhirPackage, ResourceStore store, ISearchParamRegistry registry) {
        this.fhirPackage = fhirPackage;
        this.store = store;
        this.registry = registry;
    }

    @Override
    public void afterSingletonsInstantiated() {
        store.executeAsServer(() -> {
            store.serialize("search-parameters");
            fhirPackage.own().stream()
                    .filter(SearchParameter.class::isInstance)
                    .map(SearchParameter.class::cast)
                    .filter(this::isNewOrChanged)
                    .forEach(parameter -> store.update(parameter.copy()));
            return null;
        });
        registry.forceRefresh();
    }

    private boolean isNewOrChanged(SearchParameter parameter) {
        Optional<SearchParameter> stored = store.find(
                new Reference("SearchParameter/" + parameter.getIdElement().getIdPart()), SearchParameter.class);
        return stored.filter(known -> Objects.equals(parameter.getExpression(), known.getExpression())
                        && parameter.getType() == known.getType())
                .isEmpty();
    }
}
