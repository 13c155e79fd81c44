package se.samspar.server;

import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hl7.fhir.r4.model.MetadataResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.store.ResourceStore;

/**
 * Puts our conformance resources into the record, where clients read and search them like any other resource. Done once
 * for each version of the package, by the first node that starts with it, before requests are taken.
 */
@Component
@Order(10)
class PackageLoader implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(PackageLoader.class);

    private final FhirPackage fhirPackage;
    private final ResourceStore store;
    private final JdbcTemplate jdbc;
    private final ISearchParamRegistry searchParameters;

    PackageLoader(
            FhirPackage fhirPackage, ResourceStore store, JdbcTemplate jdbc, ISearchParamRegistry searchParameters) {
        this.fhirPackage = fhirPackage;
        this.store = store;
        this.jdbc = jdbc;
        this.searchParameters = searchParameters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String fingerprint = fingerprint();
        boolean loaded = store.executeAsServer(() -> {
            store.serialize("fhir-package");
            return !isLoaded(fingerprint) && load(fingerprint);
        });
        if (loaded) {
            log.info("Loaded {} conformance resources", fhirPackage.own().size());
        }
        searchParameters.forceRefresh();
    }

    private boolean isLoaded(String fingerprint) {
        return jdbc.queryForObject(
                        "SELECT count(*) FROM loaded_package WHERE fingerprint = ?", Integer.class, fingerprint)
                > 0;
    }

    private boolean load(String fingerprint) {
        for (MetadataResource resource : fhirPackage.own()) {
            store.update(resource.copy());
        }
        jdbc.update("INSERT INTO loaded_package (fingerprint) VALUES (?)", fingerprint);
        return true;
    }

    private static String fingerprint() {
        try {
            byte[] file = FhirPackage.FILE.getInputStream().readAllBytes();
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (IOException | NoSuchAlgorithmException broken) {
            throw new IllegalStateException("The FHIR package cannot be read", broken);
        }
    }
}
