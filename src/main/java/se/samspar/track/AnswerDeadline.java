package se.samspar.track;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.store.ResourceStore;
import se.samspar.track.booking.Conferences;

/**
 * The answer to an accepted request is due counted from when the request is taken up: its meeting, or the conference
 * that it names, whatever way that is booked, moved or cancelled. Once nothing is booked any more it counts from then.
 */
@Component
class AnswerDeadline implements Consequence<Appointment> {

    private final ResourceStore store;
    private final InboxTasks tasks;
    private final Meetings meetings;
    private final Clock clock;

    AnswerDeadline(ResourceStore store, InboxTasks tasks, Meetings meetings, Clock clock) {
        this.store = store;
        this.tasks = tasks;
        this.meetings = meetings;
        this.clock = clock;
    }

    @Override
    public void follow(Appointment meeting, RuleContext context) {
        if (isPlannedAnew(meeting, context)) {
            requests(meeting, context).forEach(this::count);
        }
    }

    /** Counts the time to the answer anew; nothing else than the answer of an accepted request is due so. */
    void count(ServiceRequest request) {
        tasks.of(request).filter(WorkItems::isAccepted).ifPresent(task -> {
            Date before = due(task);
            tasks.setDeadline(task, request, meetings.last(request).orElseGet(clock::instant));
            if (before == null || !isSameSecond(before, due(task))) {
                store.update(tasks.touch(task));
            }
        });
    }

    private static boolean isPlannedAnew(Appointment meeting, RuleContext context) {
        Optional<Appointment> before = context.previous(meeting);
        return Appointments.isBookedAnew(before, meeting)
                || Appointments.isGivenUp(meeting)
                        && before.filter(Appointments::isBooked).isPresent();
    }

    private static Stream<ServiceRequest> requests(Appointment meeting, RuleContext context) {
        return Appointments.isConference(meeting)
                ? Conferences.agenda(meeting, context).stream()
                : meeting.getBasedOn().stream()
                        .flatMap(request -> context.resolve(request, ServiceRequest.class).stream());
    }

    private static Date due(Task task) {
        return task.getRestriction().getPeriod().getEnd();
    }

    /** A deadline is stored in whole seconds. */
    private static boolean isSameSecond(Date one, Date other) {
        return one.toInstant()
                .truncatedTo(ChronoUnit.SECONDS)
                .equals(other.toInstant().truncatedTo(ChronoUnit.SECONDS));
    }
}
