package se.samspar.track.rule;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Course;

/**
 * A request and its work item go from state to state as the transition table says, by the operations that it names; by
 * plain REST the requester may send a request and supplement it, and a unit may add notes to its work items. A meeting
 * that has been held or cancelled keeps its time, but a receiver books one anew whose request it has yet to answer.
 */
@Component
class CourseOfRequests implements Course<Resource> {

    private static final String MOVE = "reschedule";
    private static final Set<AppointmentStatus> CLOSED = EnumSet.of(
            AppointmentStatus.FULFILLED,
            AppointmentStatus.CANCELLED,
            AppointmentStatus.NOSHOW,
            AppointmentStatus.ENTEREDINERROR);

    @Override
    public Stream<Finding> left(Resource resource, RuleContext context) {
        if (resource instanceof Task task) {
            if (!WorkItems.isOfRequest(task)) {
                return Stream.empty();
            }
            Optional<Task> previous = context.previous(task);
            return previous.map(before -> TaskChange.check(before, task, context))
                    .orElseGet(() -> TaskChange.checkNew(task));
        }
        if (resource instanceof ServiceRequest request) {
            Optional<ServiceRequest> previous = context.previous(request);
            return previous.map(before -> RequestChange.check(before, request, context))
                    .orElseGet(() -> RequestChange.checkNew(request));
        }
        return resource instanceof Appointment meeting && isMovedAfterwards(meeting, context)
                ? Stream.of(Finding.at("Appointment.start", "What has been held or cancelled is not moved."))
                : Stream.empty();
    }

    private static boolean isMovedAfterwards(Appointment meeting, RuleContext context) {
        return context.previous(meeting)
                .filter(before -> CLOSED.contains(before.getStatus()))
                .filter(before -> isMove(context) || !Appointments.areAtSameTime(before, meeting))
                .filter(before -> !(isMove(context) && isBookedAnew(before, meeting, context)))
                .isPresent();
    }

    private static boolean isMove(RuleContext context) {
        return context.operation().filter(MOVE::equals).isPresent();
    }

    private static boolean isBookedAnew(Appointment before, Appointment meeting, RuleContext context) {
        return before.getStatus() == AppointmentStatus.CANCELLED
                && Appointments.isBooked(meeting)
                && meeting.hasBasedOn()
                && meeting.getBasedOn().stream()
                        .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                        .allMatch(request -> isAccepted(request, context));
    }

    private static boolean isAccepted(ServiceRequest request, RuleContext context) {
        return WorkItems.receivers(request, context.search(Task.class, WorkItems.query(request)))
                .filter(WorkItems::isAccepted)
                .isPresent();
    }
}
