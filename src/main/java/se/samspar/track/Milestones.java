package se.samspar.track;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Suspicion;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.store.ResourceStore;
import se.samspar.track.RequestEvents.Event;

/**
 * The lead times of a request (TRK-2), counted in Swedish days: of a standardised cancer pathway from the day on which
 * the suspicion was well-founded, of others from the day on which they were sent. A state that is reached again, by the next
 * receiver or after a supplement, counts from the first time. What is still ahead, such as a booked meeting, is none yet.
 */
@Component
class Milestones {

    private static final Map<String, String> BY_STATUS = Map.of(
            "requested", "sent",
            "received", "received",
            "accepted", "accepted",
            "in-progress", "answered-in-part",
            "completed", "answered",
            "rejected", "declined",
            "cancelled", "ended");

    private static final Map<String, String> MOVED =
            Map.of(TriageDecision.FORWARD.code(), "forwarded", TaskBusinessStatus.CONVERTED.code(), "converted");

    private record Milestone(String code, Instant at) {}

    private final ResourceStore store;
    private final RequestEvents events;
    private final Clock clock;

    Milestones(ResourceStore store, RequestEvents events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    Parameters of(IdType id) {
        ServiceRequest request = store.readVisible(ServiceRequest.class, id);
        List<Milestone> milestones = milestones(request);
        Parameters answer = new Parameters();
        milestones.forEach(milestone -> {
            var part = answer.addParameter().setName("milestone");
            part.addPart().setName("code").setValue(new CodeType(milestone.code()));
            part.addPart().setName("time").setValue(SwedishTime.dateTime(milestone.at()));
            part.addPart()
                    .setName("days")
                    .setValue(new IntegerType(days(milestones.get(0).at(), milestone.at())));
        });
        return answer;
    }

    private List<Milestone> milestones(ServiceRequest request) {
        List<Milestone> milestones = new ArrayList<>();
        Suspicion.day(request).map(SwedishTime::first).ifPresent(at -> milestones.add(new Milestone("suspicion", at)));
        Set<String> reached = new HashSet<>();
        events.of(request.getIdElement().getIdPart()).stream()
                .flatMap(event -> code(event).map(code -> new Milestone(code, event.at())).stream())
                .filter(milestone -> reached.add(milestone.code()))
                .forEach(milestones::add);
        store
                .search(
                        Appointment.class,
                        "based-on=ServiceRequest/" + request.getIdElement().getIdPart() + "&status=booked,fulfilled")
                .stream()
                .filter(Appointment::hasStart)
                .map(meeting -> new Milestone("meeting", meeting.getStart().toInstant()))
                .filter(meeting -> !meeting.at().isAfter(clock.instant()))
                .forEach(milestones::add);
        milestones.sort(Comparator.comparing(Milestone::at));
        return milestones;
    }

    /** A work item that is completed or cancelled may have moved on: to another unit, or to a request on another track. */
    private static Optional<String> code(Event event) {
        return event.businessStatus().map(MOVED::get).or(() -> Optional.ofNullable(BY_STATUS.get(event.status())));
    }

    private static int days(Instant from, Instant to) {
        return (int) ChronoUnit.DAYS.between(
                from.atZone(SwedishTime.ZONE).toLocalDate(),
                to.atZone(SwedishTime.ZONE).toLocalDate());
    }
}
