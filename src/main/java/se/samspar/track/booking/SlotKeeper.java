package se.samspar.track.booking;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.store.ResourceStore;

/**
 * Keeps slots in step with their appointments, whatever way those are written: busy while one has them, free again once
 * it is cancelled or moved. Who does not get a slot is refused by the rule {@code slot-free}.
 */
@Component
public class SlotKeeper implements Consequence<Appointment> {

    private static final Set<AppointmentStatus> GIVEN_UP =
            EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.ENTEREDINERROR);

    private final BookedSlots booked;
    private final ResourceStore store;

    SlotKeeper(BookedSlots booked, ResourceStore store) {
        this.booked = booked;
        this.store = store;
    }

    /** The slot that the appointment has or wants; empty when it has none, or is given up. */
    public static Optional<Reference> slot(Appointment appointment) {
        return GIVEN_UP.contains(appointment.getStatus())
                ? Optional.empty()
                : appointment.getSlot().stream().findFirst();
    }

    @Override
    public void follow(Appointment appointment, RuleContext context) {
        String id = appointment.getIdElement().getIdPart();
        Optional<Slot> wanted = slot(appointment).flatMap(slot -> context.resolve(slot, Slot.class));
        // First taken, then given back: who holds on to a slot never waits for another, so nobody waits in a circle.
        wanted.filter(slot -> slot.getStatus() == SlotStatus.FREE)
                .filter(slot -> booked.claim(id(slot), id))
                .ifPresent(slot -> store.update(slot.setStatus(SlotStatus.BUSY)));
        Stream.concat(
                        booked.release(id, wanted.map(SlotKeeper::id)).stream(),
                        context.previous(appointment).flatMap(SlotKeeper::slot).stream()
                                .map(slot -> slot.getReferenceElement().getIdPart()))
                .distinct()
                .filter(slot -> wanted.map(SlotKeeper::id).filter(slot::equals).isEmpty())
                .filter(slot -> booked.holder(slot).isEmpty())
                .flatMap(slot -> context.resolve(new Reference("Slot/" + slot), Slot.class).stream())
                .filter(slot -> slot.getStatus() == SlotStatus.BUSY)
                .forEach(slot -> store.update(slot.setStatus(SlotStatus.FREE)));
    }

    private static String id(Slot slot) {
        return slot.getIdElement().getIdPart();
    }
}
