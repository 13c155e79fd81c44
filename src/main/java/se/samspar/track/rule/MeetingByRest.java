package se.samspar.track.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;

/**
 * What a unit may book by plain REST: a meeting with one patient on that patient's request, which the receiver has
 * accepted. A meeting shows its patient to every unit that takes part, so it comes from a request between them.
 */
final class MeetingByRest {

    private MeetingByRest() {}

    static Stream<Finding> check(Appointment meeting, RuleContext context) {
        List<ServiceRequest> requests = meeting.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .toList();
        if (requests.isEmpty() || !requests.stream().allMatch(request -> isAccepted(request, context))) {
            return Stream.of(Finding.at(
                    "Appointment.basedOn", "A meeting is booked on a request of the unit that has been accepted."));
        }
        List<String> patients = patients(meeting);
        boolean isOfRequest = patients.size() == 1
                && requests.stream().allMatch(request -> patients.stream().allMatch(id(request.getSubject())::equals));
        if (!isOfRequest) {
            return Stream.of(
                    Finding.at("Appointment.participant", "The patient of the request, and no other, takes part."));
        }
        return requests.stream().allMatch(request -> isBetweenItsUnits(meeting, request, context))
                ? Stream.empty()
                : Stream.of(Finding.at(
                        "Appointment.participant",
                        "Staff, services and places that take part belong to the two units of the request."));
    }

    private static boolean isBetweenItsUnits(Appointment meeting, ServiceRequest request, RuleContext context) {
        Set<String> units = workItem(request, context).stream()
                .flatMap(task -> Stream.of(task.getOwner(), task.getRequester()))
                .map(MeetingByRest::id)
                .collect(Collectors.toSet());
        return meeting.getParticipant().stream()
                .flatMap(participant -> unit(participant.getActor(), context).stream())
                .map(MeetingByRest::id)
                .allMatch(units::contains);
    }

    /** The unit that someone or something taking part belongs to; empty for the patient. */
    private static Optional<Reference> unit(Reference actor, RuleContext context) {
        return context.resolve(actor, Resource.class).map(found -> switch (found.fhirType()) {
            case "PractitionerRole" -> ((PractitionerRole) found).getOrganization();
            case "HealthcareService" -> ((HealthcareService) found).getProvidedBy();
            case "Location" -> ((Location) found).getManagingOrganization();
            default -> null;
        });
    }

    private static boolean isAccepted(ServiceRequest request, RuleContext context) {
        return workItem(request, context)
                .filter(WorkItems::isAccepted)
                .filter(task -> context.actor().actsFor(task.getOwner())
                        || context.actor().actsFor(task.getRequester()))
                .isPresent();
    }

    private static Optional<Task> workItem(ServiceRequest request, RuleContext context) {
        return WorkItems.receivers(request, context.search(Task.class, WorkItems.query(request)));
    }

    private static List<String> patients(Appointment meeting) {
        return meeting.getParticipant().stream()
                .map(AppointmentParticipantComponent::getActor)
                .filter(actor -> "Patient".equals(actor.getReferenceElement().getResourceType()))
                .map(MeetingByRest::id)
                .toList();
    }

    private static String id(Reference reference) {
        return String.valueOf(reference.getReferenceElement().getIdPart());
    }
}
