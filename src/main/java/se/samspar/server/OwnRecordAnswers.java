package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.store.Call;
import se.samspar.store.OwnRecord;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;
import se.samspar.store.UnitOf;

/**
 * What goes out to patients of their own record (UPP-8): references name the units, for which a person does not have to read
 * a directory, and nothing names other people.
 */
@Component
class OwnRecordAnswers {

    private final FhirContext fhirContext;
    private final ResourceStore store;

    OwnRecordAnswers(FhirContext fhirContext, ResourceStore store) {
        this.fhirContext = fhirContext;
        this.store = store;
    }

    void prepare(Resource answer, ServletRequestDetails request) {
        List<DomainResource> own = Stream.concat(Stream.of(answer), ProtectedIdentities.within(answer))
                .filter(resource -> OwnRecord.TYPES.contains(resource.fhirType()))
                .map(DomainResource.class::cast)
                .toList();
        if (!own.isEmpty() && Call.actorOf(request).isPatient()) {
            own.forEach(this::dropOthers);
            store.executeAsServer(() -> nameUnits(own));
        }
    }

    private void dropOthers(DomainResource resource) {
        PersonalDetails.drop(resource, fhirContext);
        if (resource instanceof Patient patient) {
            patient.setContact(null).setLink(null);
        }
    }

    private Void nameUnits(List<DomainResource> own) {
        Map<String, Optional<String>> names = new HashMap<>();
        own.stream()
                .flatMap(resource ->
                        fhirContext.newTerser().getAllPopulatedChildElementsOfType(resource, Reference.class).stream())
                .filter(reference -> reference.getReferenceElement().hasIdPart())
                .forEach(reference -> names.computeIfAbsent(reference.getReference(), unknown -> nameOf(reference))
                        .ifPresent(reference::setDisplay));
        return null;
    }

    /** Of a place its own name, of staff and services that of their unit. */
    private Optional<String> nameOf(Reference reference) {
        Records records = Records.of(store);
        return "Location".equals(reference.getReferenceElement().getResourceType())
                ? records.find(reference, Location.class).map(Location::getName)
                : UnitOf.actor(reference, records)
                        .flatMap(unit -> records.find(unit, Organization.class))
                        .map(Organization::getName);
    }
}
