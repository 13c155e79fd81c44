package se.samspar.notification.delivery;

import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.store.AccessLabels;
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
                .filter(resource -> AccessLabels.covers(resource, unit));
    }

    /** May it be sent as it is? What is about a person with a secrecy marking is read here, by whoever may. */
    boolean maySend(Resource resource) {
        return patient(resource)
                .flatMap(patient -> store.find(patient, Patient.class))
                .filter(patient -> AccessLabels.others(patient.getMeta().getSecurity())
                        .findAny()
                        .isEmpty())
                .isPresent();
    }

    private static Optional<Reference> patient(Resource resource) {
        if (resource instanceof Task task) {
            return Optional.of(task.getFor());
        } else if (resource instanceof ServiceRequest request) {
            return Optional.of(request.getSubject());
        } else if (resource instanceof Communication message) {
            return Optional.of(message.getSubject());
        } else if (resource instanceof CarePlan plan) {
            return Optional.of(plan.getSubject());
        }
        return resource instanceof Consent consent ? Optional.of(consent.getPatient()) : Optional.empty();
    }
}
