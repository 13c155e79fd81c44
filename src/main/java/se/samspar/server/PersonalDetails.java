package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import se.samspar.store.AccessLabels;

/** What a resource tells of people beside its references to them. */
final class PersonalDetails {

    private PersonalDetails() {}

    /** Drops narratives, people within it, and the names and numbers beside references to people. */
    static void drop(DomainResource resource, FhirContext fhirContext) {
        resource.setText(null);
        resource.getContained().removeIf(within -> within instanceof Patient || within instanceof RelatedPerson);
        fhirContext.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream()
                .filter(reference -> !AccessLabels.isOpen(
                        String.valueOf(reference.getReferenceElement().getResourceType())))
                .forEach(reference -> reference.setDisplay(null).setIdentifier(null));
    }
}
