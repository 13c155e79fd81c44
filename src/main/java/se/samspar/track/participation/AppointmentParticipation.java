package se.samspar.track.participation;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.fhir.Parties;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;

/**
 * The units whose staff, service or premises take part see an appointment, and both units of its request. Every unit
 * reads when a conference is, which has nothing in it about a patient.
 */
@Component
class AppointmentParticipation implements Participation<Appointment> {

    @Override
    public Stream<Reference> units(Appointment appointment, RuleContext context) {
        return Appointments.isOfCase(appointment) ? Stream.empty() : ofRequest(appointment, context);
    }

    /** Whoever has the slot of a conference holds it; a meeting is of those who take part, and of its request. */
    @Override
    public Stream<Reference> writers(Appointment appointment, RuleContext context) {
        return Appointments.isConference(appointment) && appointment.hasSlot()
                ? appointment.getSlot().stream().flatMap(slot -> UnitOf.slot(slot, Records.of(context)).stream())
                : units(appointment, context);
    }

    private static Stream<Reference> ofRequest(Appointment appointment, RuleContext context) {
        return Stream.concat(
                takingPart(appointment, context),
                appointment.getBasedOn().stream()
                        .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                        .flatMap(Parties::of));
    }

    /** The units whose staff, service or premises take part. */
    static Stream<Reference> takingPart(Appointment appointment, RuleContext context) {
        return actors(appointment).flatMap(actor -> UnitOf.actor(actor, Records.of(context)).stream());
    }

    @Override
    public boolean isOpen(Appointment appointment) {
        return Appointments.isConference(appointment);
    }

    /** The cases of a conference, which those at it read. */
    @Override
    public Stream<ServiceRequest> dependents(Appointment appointment, RuleContext context) {
        return Appointments.isConference(appointment)
                ? context
                        .search(
                                ServiceRequest.class,
                                "conference=Appointment/"
                                        + appointment.getIdElement().getIdPart())
                        .stream()
                : Stream.empty();
    }

    @Override
    public Stream<Reference> patients(Appointment appointment) {
        return actors(appointment)
                .filter(actor -> "Patient".equals(actor.getReferenceElement().getResourceType()));
    }

    private static Stream<Reference> actors(Appointment appointment) {
        return appointment.getParticipant().stream().map(Appointment.AppointmentParticipantComponent::getActor);
    }
}
