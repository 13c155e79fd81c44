package se.samspar.store;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.PayloadTooLargeException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many elements a resource may have, and how many entries a Bundle. Validation takes more than twice as long for twice as many, so one resource
 * could occupy a processor for minutes, and whoever waits for the same patient with it: what comes with a request is
 * counted before anything is done, what a patch makes of a resource before it is validated.
 */
@Component
@Interceptor
public class ResourceSize {

    private final int maxElements;
    private final int maxEntries;

    ResourceSize(
            @Value("${samspar.server.max-elements}") int maxElements,
            @Value("${samspar.server.max-entries}") int maxEntries) {
        this.maxElements = maxElements;
        this.maxEntries = maxEntries;
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void check(RequestDetails request) {
        if (request.getResource() instanceof Bundle bundle) {
            if (bundle.getEntry().size() > maxEntries) {
                throw new PayloadTooLargeException(
                        "A Bundle has at most " + maxEntries + " entries here: send it in several.");
            }
            bundle.getEntry().stream()
                    .map(BundleEntryComponent::getResource)
                    .filter(Resource.class::isInstance)
                    .forEach(this::require);
        } else if (request.getResource() instanceof Resource resource) {
            require(resource);
        }
    }

    /**
     * @throws PayloadTooLargeException when it has too many
     */
    void require(Resource resource) {
        Deque<Base> open = new ArrayDeque<>();
        open.push(resource);
        for (int counted = 0; !open.isEmpty(); counted++) {
            if (counted + open.size() > maxElements) {
                throw new PayloadTooLargeException("A resource has at most " + maxElements
                        + " elements here, those within its elements counted too: send less, or in several resources.");
            }
            open.pop().children().stream().map(Property::getValues).forEach(values -> values.forEach(open::push));
        }
    }
}
