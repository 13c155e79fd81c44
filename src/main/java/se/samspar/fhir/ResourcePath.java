package se.samspar.fhir;

import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;

/** What a resource is called within this server: {@code Type/id}, without a version. */
public final class ResourcePath {

    private ResourcePath() {}

    public static String of(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }

    /** What a reference names; {@code null} as text where it names nothing. */
    public static String of(Reference reference) {
        return String.valueOf(
                reference.getReferenceElement().toUnqualifiedVersionless().getValue());
    }

    /** Does it name a unit or care provider by its id? */
    public static boolean isOrganization(Reference reference) {
        return "Organization".equals(reference.getReferenceElement().getResourceType());
    }
}
