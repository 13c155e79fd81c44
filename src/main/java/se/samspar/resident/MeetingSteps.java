package se.samspar.resident;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Patient;
import org.springframework.stereotype.Component;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.Appointments;
import se.samspar.store.ResourceStore;

/** Booked meetings with the person that have not ended. */
@Component
class MeetingSteps implements StepSource {

    private final ResourceStore store;
    private final Places places;
    private final Clock clock;

    MeetingSteps(ResourceStore store, Places places, Clock clock) {
        this.store = store;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public Stream<Step> of(Patient person) {
        return store.search(Appointment.class, StepSource.about(person) + "&status=booked").stream()
                .filter(Appointment::hasStart)
                .filter(meeting -> end(meeting).isAfter(clock.instant()))
                .map(meeting -> new Step(
                        Optional.of(SwedishTime.dateTime(meeting.getStart().toInstant())),
                        what(meeting),
                        places.of(meeting),
                        meeting));
    }

    private static Instant end(Appointment meeting) {
        return (meeting.hasEnd() ? meeting.getEnd() : meeting.getStart()).toInstant();
    }

    private static String what(Appointment meeting) {
        if (Appointments.isOfCase(meeting)) {
            return meeting.hasDescription()
                    ? "Möte om din planering: " + meeting.getDescription()
                    : "Möte om din planering.";
        }
        return Places.isByVideo(meeting) ? "Möte där en specialist är med på video." : "Du är välkommen på besök.";
    }
}
