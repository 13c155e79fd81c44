package se.samspar.store;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** The Bundles in which operations answer several resources. */
public final class AnswerBundle {

    private AnswerBundle() {}

    public static Bundle of(List<? extends Resource> resources, RequestDetails request) {
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        resources.forEach(resource -> bundle.addEntry()
                .setFullUrl("%s/%s/%s"
                        .formatted(
                                request.getFhirServerBase(),
                                resource.fhirType(),
                                resource.getIdElement().getIdPart()))
                .setResource(resource));
        return bundle;
    }
}
