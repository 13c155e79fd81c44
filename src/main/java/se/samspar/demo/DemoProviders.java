package se.samspar.demo;

import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import se.samspar.fhir.HsaId;
import se.samspar.store.ResourceStore;

/** Which care provider a unit belongs to: the region or a municipality, as the directory has it. */
@Component
@Profile("demo")
class DemoProviders {

    private final ResourceStore store;

    DemoProviders(ResourceStore store) {
        this.store = store;
    }

    /** HSA-id of the care provider; empty when the directory does not have the unit. */
    Optional<String> hsaIdOf(String slug) {
        return store.executeAsServer(() -> store.find(new Reference("Organization/" + slug), Organization.class)
                .flatMap(unit -> store.find(unit.getPartOf(), Organization.class))
                .flatMap(HsaId::of));
    }
}
