package se.samspar.track;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** The Bundles in which operations answer several resources. */
final class AnswerBundle {

    private AnswerBundle() {}

    static Bundle of(List<? extends Resource> resources, RequestDetails request) {
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
