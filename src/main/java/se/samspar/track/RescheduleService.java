package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.store.Justification;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;
import se.samspar.store.UnitOf;

/**
 * Moves what is booked: the receiver of a request its meeting, the unit that runs a conference the conference. A meeting
 * that was cancelled is booked anew by it, as the rule {@code transition-not-allowed} lets it.
 */
@Component
class RescheduleService {

    private final ResourceStore store;
    private final Meetings meetings;

    RescheduleService(ResourceStore store, Meetings meetings) {
        this.store = store;
        this.meetings = meetings;
    }

    Appointment reschedule(
            Appointment meeting,
            Optional<Reference> slot,
            Optional<Period> period,
            List<Justification> justifications) {
        requireOwn(meeting);
        if (slot.isPresent() == period.isPresent()) {
            throw new UnprocessableEntityException("Send either slot or period.");
        }
        MeetingTime time = slot.map(meetings::at).orElseGet(() -> of(period.orElseThrow()));
        time.setOn(meeting);
        if (meeting.getStatus() == AppointmentStatus.CANCELLED && !Appointments.isConference(meeting)) {
            meeting.setStatus(AppointmentStatus.BOOKED).setCancelationReason(null);
        }
        justifications.forEach(justification -> justification.attachTo(meeting));
        return store.update(meeting);
    }

    private static MeetingTime of(Period period) {
        Optional<Instant> start = Parsed.instant("period.start", period.getStartElement());
        Optional<Instant> end = Parsed.instant("period.end", period.getEndElement());
        if (start.isEmpty() || end.isEmpty() || !start.get().isBefore(end.get())) {
            throw new UnprocessableEntityException("Parameter period has a start and an end after it.");
        }
        return new MeetingTime(start.get(), end.get(), Optional.empty());
    }

    private void requireOwn(Appointment meeting) {
        Stream<Reference> units = Appointments.isConference(meeting)
                ? meeting.getSlot().stream().flatMap(slot -> UnitOf.slot(slot, Records.of(store)).stream())
                : requests(meeting).flatMap(request -> request.getPerformer().stream());
        if (units.noneMatch(store.actor()::actsFor)) {
            throw new ForbiddenOperationException(
                    "Only the unit that receives the request, or runs the conference, moves it.");
        }
    }

    private Stream<ServiceRequest> requests(Appointment meeting) {
        return meeting.getBasedOn().stream().flatMap(request -> store.find(request, ServiceRequest.class).stream());
    }
}
