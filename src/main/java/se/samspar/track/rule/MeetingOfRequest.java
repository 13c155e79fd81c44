package se.samspar.track.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/**
 * What a unit may book by plain REST: a meeting with one patient on that patient's request, which the receiver has
 * accepted. A meeting shows its patient to every unit that takes part, so it comes from a request between them.
 */
@RuleInfo(
        code = "meeting-of-request",
        severity = Severity.BLOCK,
        requirement = "TRK-9,ALL-3",
        remedy = "Name the accepted request in basedOn; let its patient take part, and of staff, services and places"
                + " those of its two units only, one at least.")
final class MeetingOfRequest implements Rule<Appointment> {

    @Override
    public Stream<Finding> check(Appointment meeting, RuleContext context) {
        if (!context.isWrittenByClient(meeting)
                || context.previous(meeting).isPresent()
                || Appointments.isConference(meeting)
                || Appointments.isOfCase(meeting)) {
            return Stream.empty();
        }
        List<ServiceRequest> requests = meeting.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .toList();
        if (requests.isEmpty() || !requests.stream().allMatch(request -> isAccepted(request, context))) {
            return Stream.of(Finding.at(
                    "Appointment.basedOn", "A meeting is booked on a request of the unit that has been accepted."));
        }
        return Stream.concat(patient(meeting, requests), units(meeting, requests, context));
    }

    private static Stream<Finding> patient(Appointment meeting, List<ServiceRequest> requests) {
        List<String> patients = actors(meeting)
                .filter(actor -> "Patient".equals(actor.getReferenceElement().getResourceType()))
                .map(MeetingOfRequest::id)
                .toList();
        boolean isOfRequest = patients.size() == 1
                && requests.stream().allMatch(request -> patients.contains(id(request.getSubject())));
        return isOfRequest
                ? Stream.empty()
                : Stream.of(
                        Finding.at("Appointment.participant", "The patient of the request, and no other, takes part."));
    }

    private static Stream<Finding> units(Appointment meeting, List<ServiceRequest> requests, RuleContext context) {
        Set<String> units = actors(meeting)
                .flatMap(actor -> UnitOf.actor(actor, Records.of(context)).stream())
                .map(MeetingOfRequest::id)
                .collect(Collectors.toSet());
        if (units.isEmpty()) {
            return Stream.of(Finding.at(
                    "Appointment.participant", "Nobody but the patient takes part: no staff, service or place."));
        }
        return requests.stream().allMatch(request -> units(request, context).containsAll(units))
                ? Stream.empty()
                : Stream.of(Finding.at(
                        "Appointment.participant",
                        "Staff, services and places that take part belong to the two units of the request."));
    }

    private static Set<String> units(ServiceRequest request, RuleContext context) {
        return workItem(request, context).stream()
                .flatMap(task -> Stream.of(task.getOwner(), task.getRequester()))
                .map(MeetingOfRequest::id)
                .collect(Collectors.toSet());
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

    private static Stream<Reference> actors(Appointment meeting) {
        return meeting.getParticipant().stream().map(AppointmentParticipantComponent::getActor);
    }

    private static String id(Reference reference) {
        return String.valueOf(reference.getReferenceElement().getIdPart());
    }
}
