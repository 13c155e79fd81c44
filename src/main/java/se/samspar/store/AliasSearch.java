package se.samspar.store;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.jpa.searchparam.SearchParameterMap;
import ca.uhn.fhir.model.api.IQueryParameterType;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** What is asked for under an alias of a system is looked up under the canonical one, as it is kept. */
@Component
@Interceptor
public class AliasSearch {

    private final CanonicalSystems systems;

    AliasSearch(CanonicalSystems systems) {
        this.systems = systems;
    }

    @Hook(Pointcut.STORAGE_PRESEARCH_REGISTERED)
    public void canonicalise(SearchParameterMap search) {
        search.values().stream()
                .flatMap(Collection::stream)
                .flatMap(Collection::stream)
                .forEach(this::canonicalise);
    }

    private void canonicalise(IQueryParameterType parameter) {
        if (parameter instanceof TokenParam token && token.getSystem() != null) {
            token.setSystem(systems.canonical(token.getSystem()));
        } else if (parameter instanceof ReferenceParam reference && reference.hasChain()) {
            String type = reference.getResourceType();
            reference.setValueAsQueryToken(
                    null,
                    null,
                    (type == null ? "" : ":" + type) + "." + reference.getChain(),
                    systems.canonicalToken(reference.getValue()));
        }
    }
}
