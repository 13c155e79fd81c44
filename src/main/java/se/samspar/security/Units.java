package se.samspar.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;
import org.springframework.stereotype.Component;
import se.samspar.fhir.HsaId;
import se.samspar.fhir.SearchValues;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.store.ResourceStore;

/** Finds the directory entry of the unit that a token names. */
@Component
class Units {

    private static final int MAX_UNITS = 10_000;

    private final LoadingCache<String, Optional<String>> idsByHsaId;

    Units(ResourceStore store, SecurityProperties properties) {
        idsByHsaId = Caffeine.newBuilder()
                .maximumSize(MAX_UNITS)
                .expireAfterWrite(properties.unitCache())
                .build(hsaId -> find(store, hsaId));
    }

    /** Id of the unit's Organization; empty when the directory does not know it. */
    Optional<String> idOf(String hsaId) {
        return idsByHsaId.get(hsaId);
    }

    private static Optional<String> find(ResourceStore store, String hsaId) {
        return store.executeAsServer(
                () -> store
                        .search(Organization.class, "identifier=" + SearchValues.token(IdentifierSystems.HSA_ID, hsaId))
                        .stream()
                        .filter(organization -> !organization.hasActive() || organization.getActive())
                        // A search for nothing finds everything, and one trims what it looks for.
                        .filter(organization ->
                                HsaId.of(organization).filter(hsaId::equals).isPresent())
                        .map(organization -> organization.getIdElement().getIdPart())
                        .findFirst());
    }
}
