package se.samspar.track;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.ParameterRefused;

/**
 * Finds who receives a request that goes on: to the next unit, on another track, or as the one that follows from an
 * answer.
 */
@Component
class Receivers {

    private final Directory directory;

    Receivers(Directory directory) {
        this.directory = directory;
    }

    /**
     * The receiver that a parameter names.
     *
     * @param reference a unit, or a service of a unit
     * @param track code of the track on which the request goes on
     * @throws ParameterRefused when it names neither, or a service that takes nothing on the track; whether a unit takes
     *     the request is for the rules
     */
    Receiver named(String parameter, Reference reference, String track) {
        Optional<HealthcareService> service = directory.service(reference);
        Receiver receiver = directory
                .organization(service.map(HealthcareService::getProvidedBy).orElse(reference))
                .map(unit -> of(InboxTasks.reference(unit), track))
                .orElseThrow(() -> unknown(parameter, "neither a unit nor a service of one", track));
        if (service.isEmpty()) {
            return receiver;
        }
        List<HealthcareService> named = receiver.services().stream()
                .filter(candidate -> isSame(candidate, service.get()))
                .toList();
        if (named.isEmpty()) {
            throw unknown(parameter, "no active service on the track " + track, track);
        }
        return new Receiver(receiver.unit(), named);
    }

    /** The unit with all its services on the track. */
    Receiver of(Reference unit, String track) {
        return new Receiver(
                unit, directory.trackServices(unit.getReferenceElement().getIdPart(), track));
    }

    private static boolean isSame(HealthcareService one, HealthcareService other) {
        return one.getIdElement().getIdPart().equals(other.getIdElement().getIdPart());
    }

    private static ParameterRefused unknown(String parameter, String what, String track) {
        return ParameterRefused.unknown(
                parameter,
                "Parameter %s names %s.".formatted(parameter, what),
                "Choose a receiver from HealthcareService/$find-tracks?track=%s.".formatted(track));
    }
}
