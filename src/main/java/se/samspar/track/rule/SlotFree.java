package se.samspar.track.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import se.samspar.directory.Directory;
import se.samspar.fhir.Appointments;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;
import se.samspar.store.UnitOf;
import se.samspar.track.booking.BookedSlots;
import se.samspar.track.booking.SlotKeeper;

/**
 * A slot has one appointment, at the time of the slot, and a unit gives its own slots only. The database decides who has
 * it, so that it holds under concurrency. While it is taken, the slot itself stays as it is.
 */
@RuleInfo(
        code = "slot-free",
        severity = Severity.BLOCK,
        requirement = "TRK-9",
        remedy = "Choose a free slot of the receiving unit and its service on the track (Slot?status=free); move or"
                + " cancel an appointment to free its slot.")
final class SlotFree implements Rule<DomainResource> {

    private final BookedSlots booked;

    private final Directory directory;

    SlotFree(BookedSlots booked, Directory directory) {
        this.booked = booked;
        this.directory = directory;
    }

    @Override
    public Stream<Finding> check(DomainResource resource, RuleContext context) {
        if (resource instanceof Slot slot) {
            return isBookedAndChanged(slot, context)
                    ? Stream.of(Finding.at("Slot", "An appointment has this slot: it is moved or cancelled first."))
                    : Stream.empty();
        }
        if (resource instanceof Appointment appointment && isSet(appointment, context)) {
            return SlotKeeper.slot(appointment).flatMap(slot -> context.resolve(slot, Slot.class)).stream()
                    .flatMap(slot -> faults(appointment, slot, context));
        }
        return Stream.empty();
    }

    private Stream<Finding> faults(Appointment appointment, Slot slot, RuleContext context) {
        boolean own = isGivenByItsUnit(slot, appointment, context);
        return Stream.of(
                        fault(isFree(slot, appointment), "Appointment.slot", "The slot is not free."),
                        fault(
                                own,
                                "Appointment.slot",
                                "It is no slot of the unit that books it and receives the request."),
                        fault(
                                !own || isOfTrack(slot, appointment, context),
                                "Appointment.slot",
                                "It is no slot of a service that the unit has on the track of the request."),
                        fault(
                                isAtItsTime(slot, appointment),
                                "Appointment.start",
                                "The appointment does not have the time of its slot."))
                .flatMap(Optional::stream);
    }

    private boolean isFree(Slot slot, Appointment appointment) {
        return booked.holder(slot.getIdElement().getIdPart())
                .map(appointment.getIdElement().getIdPart()::equals)
                .orElseGet(() -> slot.getStatus() == SlotStatus.FREE);
    }

    private static boolean isGivenByItsUnit(Slot slot, Appointment appointment, RuleContext context) {
        return UnitOf.slot(slot, Records.of(context))
                        .filter(context.actor()::actsFor)
                        .isPresent()
                && appointment.getBasedOn().stream()
                        .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                        .allMatch(request -> request.getPerformer().stream().anyMatch(context.actor()::actsFor));
    }

    /** A unit gives the times of each service to those who ask for that service. */
    private boolean isOfTrack(Slot slot, Appointment appointment, RuleContext context) {
        String service = UnitOf.service(slot, Records.of(context))
                .map(found -> found.getReferenceElement().getIdPart())
                .orElse("");
        return appointment.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .allMatch(request -> Requests.services(request, directory)
                        .anyMatch(fitting -> fitting.getIdElement().getIdPart().equals(service)));
    }

    private static boolean isAtItsTime(Slot slot, Appointment appointment) {
        return appointment.hasStart()
                && appointment.hasEnd()
                && appointment.getStart().equals(slot.getStart())
                && appointment.getEnd().equals(slot.getEnd());
    }

    private static Optional<Finding> fault(boolean holds, String expression, String text) {
        return holds ? Optional.empty() : Optional.of(Finding.at(expression, text));
    }

    /** What had its slot at its time before keeps it. */
    private static boolean isSet(Appointment appointment, RuleContext context) {
        return context.previous(appointment)
                .filter(before -> SlotKeeper.slot(before).isPresent())
                .filter(before -> Appointments.areAtSameTime(before, appointment))
                .isEmpty();
    }

    private boolean isBookedAndChanged(Slot slot, RuleContext context) {
        return context.isWrittenByClient(slot)
                && booked.holder(slot.getIdElement().getIdPart()).isPresent()
                && context.previous(slot)
                        .filter(before -> slot.getStatus() == SlotStatus.BUSY)
                        .filter(before -> Base.compareDeep(before.getSchedule(), slot.getSchedule(), true))
                        .filter(before -> Base.compareDeep(before.getStartElement(), slot.getStartElement(), true))
                        .filter(before -> Base.compareDeep(before.getEndElement(), slot.getEndElement(), true))
                        .isEmpty();
    }
}
