package se.samspar.registration;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** What the operations answer with. */
final class Answers {

    private Answers() {}

    static Bundle collection(List<Resource> resources, RequestDetails request) {
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
