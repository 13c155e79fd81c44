package se.samspar.track;

import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.directory.Directory;

/**
 * Who receives a request that goes on.
 *
 * @param unit the unit
 * @param services those of it that take the request: the one that was named, otherwise all on the track
 */
record Receiver(Reference unit, List<HealthcareService> services) {

    /**
     * Addresses a request. The specialty is part of the address, since units differ in what they take requests in.
     *
     * @param wanted the specialty so far, which stays where the receiver takes requests in it
     */
    void receive(ServiceRequest request, CodeableConcept wanted) {
        request.setPerformer(null).addPerformer(unit.copy());
        request.setPerformerType(specialty(wanted));
    }

    private CodeableConcept specialty(CodeableConcept wanted) {
        if (services.isEmpty() || services.stream().anyMatch(service -> Directory.takes(service, wanted.getCoding()))) {
            return wanted.copy();
        }
        return services.stream()
                .flatMap(service -> service.getSpecialty().stream())
                .findFirst()
                .map(CodeableConcept::copy)
                .orElse(null);
    }
}
