package se.samspar.consent;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Reference;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/** For whom somebody comes to a meeting of a case. */
public final class MeetingParticipants {

    private static final Set<String> OF_UNITS = Set.of("PractitionerRole", "HealthcareService");

    private MeetingParticipants() {}

    /** The unit whose staff or service it is; empty for the person, a relative and a place, which come for none. */
    public static Optional<Reference> unit(AppointmentParticipantComponent participant, Records records) {
        Reference actor = participant.getActor();
        return OF_UNITS.contains(String.valueOf(actor.getReferenceElement().getResourceType()))
                ? UnitOf.actor(actor, records)
                : Optional.empty();
    }

    public static List<Reference> units(Appointment meeting, Records records) {
        return meeting.getParticipant().stream()
                .flatMap(participant -> unit(participant, records).stream())
                .toList();
    }
}
