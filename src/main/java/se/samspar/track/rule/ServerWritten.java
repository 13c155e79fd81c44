package se.samspar.track.rule;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.EpisodeOfCare;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.track.state.RequestContent;

/**
 * Who did what, what is in whose inbox, and what was answered, decided and taken on is written by the server, so that
 * it can be trusted.
 */
@RuleInfo(
        code = "server-written",
        severity = Severity.BLOCK,
        requirement = "ALL-3",
        remedy = "Leave the resource or the field out; use the operation that leads to it.",
        when = Moment.ON_WRITE)
final class ServerWritten implements Rule<Resource> {

    private static final Set<String> CLIENT_CONTENT = Set.of("submit", "convert");

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        if (resource instanceof ServiceRequest request) {
            return version(request, context);
        }
        if (!context.isWrittenByClient(resource)) {
            return Stream.empty();
        }
        Optional<Resource> previous = context.previous(resource);
        if (resource instanceof Appointment meeting) {
            return previous.map(Appointment.class::cast).stream()
                    .filter(before -> !(Appointments.isConference(before) && Appointments.isConference(meeting)))
                    .filter(before -> !isSameOrCancelled(before, meeting))
                    .map(before ->
                            Finding.at("Appointment", "By plain REST a meeting is only cancelled once it is booked."));
        }
        boolean reserved = resource instanceof Provenance
                || resource instanceof AuditEvent
                || resource instanceof Task && previous.isEmpty()
                || resource instanceof EpisodeOfCare
                || isAnswer(resource)
                || previous.filter(ServerWritten::isAnswer).isPresent();
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
        Appointment plan = meeting.copy();
        plan.setId((String) null);
        plan.setMeta(null);
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

    private static boolean isAnswer(Resource resource) {
        return resource instanceof Communication communication
                && communication.getCategory().stream()
                        .map(CodeableConcept::getCoding)
                        .flatMap(codings -> codings.stream())
                        .anyMatch(coding -> CodeSystems.ANSWER_KIND.equals(coding.getSystem()));
    }
}
