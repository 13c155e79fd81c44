package se.samspar.registration;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Resource;

/** What the operations answer with. */
final class Answers {

    private Answers() {}

    static Bundle collection(List<Resource> resources) {
        Bundle bundle = new Bundle().setType(BundleType.COLLECTION);
        resources.forEach(resource -> bundle.addEntry().setResource(resource));
        return bundle;
    }
}
