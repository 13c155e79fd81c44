package se.samspar.notification.delivery;

import java.util.Optional;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.store.AccessLabels;
import se.samspar.store.ProtectedIdentity;
import se.samspar.store.ResourceStore;

/** What a unit may be told of a resource at this moment, which is not what it might have been told when it happened. */
@Component
class Sight {

    private final ResourceStore store;

    Sight(ResourceStore store) {
        this.store = store;
    }

    /** The resource, as far as the unit sees it. */
    Optional<Resource> seen(String unit, String typeAndId) {
        return store.find(new Reference(typeAndId), Resource.class)
                .filter(resource -> AccessLabels.covers(resource, unit))
                .filter(resource -> isActive(unit));
    }

    /** A unit that is closed is told no more than its tokens would open. */
    private boolean isActive(String unit) {
        return store.find(new Reference("Organization/" + unit), Organization.class)
                .filter(organization -> !organization.hasActive() || organization.getActive())
                .isPresent();
    }

    /** May it be sent as it is? What is about a person with a protected identity is read here, by whoever may. */
    static boolean maySend(Resource resource) {
        return !ProtectedIdentity.isOf(resource);
    }
}
