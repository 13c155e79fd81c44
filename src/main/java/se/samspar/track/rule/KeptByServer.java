package se.samspar.track.rule;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.Communications;
import se.samspar.fhir.Same;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.ServerKept;
import se.samspar.track.state.RequestContent;

/**
 * Who did what, what is in whose inbox, and what was answered, decided and taken on is written by the server, so that
 * it can be trusted.
 */
@Component
class KeptByServer implements ServerKept<Resource> {

    private static final Set<String> CLIENT_CONTENT = Set.of("submit", "convert");

    @Override
    public Stream<Finding> claimed(Resource resource, RuleContext context) {
        if (resource instanceof ServiceRequest request) {
            return version(request, context);
        }
        if (!context.isWrittenByClient(resource)) {
            return Stream.empty();
        }
        Optional<Resource> previous = context.previous(resource);
        if (resource instanceof Appointment meeting && !Appointments.isOfCase(meeting)) {
            return previous.map(Appointment.class::cast).stream()
                    .filter(before -> !(Appointments.isConference(before) && Appointments.isConference(meeting)))
                    .filter(before -> !isSameOrCancelled(before, meeting))
                    .map(before ->
                            Finding.at("Appointment", "By plain REST a meeting is only cancelled once it is booked."));
        }
        boolean reserved = resource instanceof Task && previous.isEmpty()
                || resource instanceof EpisodeOfCare
                || Communications.isAnswer(resource)
                || previous.filter(Communications::isAnswer).isPresent();
        return reserved
                ? Stream.of(Finding.at(
                        resource.fhirType(), "%s is written by the server only.".formatted(resource.fhirType())))
                : Stream.empty();
    }

    private static boolean isSameOrCancelled(Appointment before, Appointment after) {
        boolean cancelled = after.getStatus() == AppointmentStatus.CANCELLED;
        return plan(before, cancelled).equalsDeep(plan(after, cancelled));
    }

    private static Appointment plan(Appointment meeting, boolean cancelled) {
        Appointment plan = Same.content(meeting);
        if (cancelled) {
            plan.setStatus(null).setCancelationReason(null);
        }
        return plan;
    }

    /** Also in {@code $submit} and {@code $convert}, whose request the client has written or added to. */
    private static Stream<Finding> version(ServiceRequest request, RuleContext context) {
        Optional<ServiceRequest> previous = context.previous(request);
        boolean fromClient = context.isWrittenByClient(request)
                || previous.isEmpty()
                        && context.operation().filter(CLIENT_CONTENT::contains).isPresent();
        return fromClient && RequestContent.serverSetDiffers(previous.orElseGet(ServiceRequest::new), request)
                ? Stream.of(Finding.at(
                        "ServiceRequest.extension",
                        "The version of the request and its way between units and tracks are kept by the server."))
                : Stream.empty();
    }
}
