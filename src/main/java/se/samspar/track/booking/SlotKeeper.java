package se.samspar.track.booking;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Appointments;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;
import se.samspar.store.UnitOf;

/**
 * Keeps slots in step with their appointments, whatever way those are written: busy while one has them, free again once
 * it is cancelled or moved. Who does not get a slot is refused by the rule {@code slot-free}.
 */
@Component
public class SlotKeeper implements Consequence<Appointment> {

    private final BookedSlots booked;
    private final ResourceStore store;

    SlotKeeper(BookedSlots booked, ResourceStore store) {
        this.booked = booked;
        this.store = store;
    }

    /** The slot that the appointment has or wants; empty when it has none, or is given up. */
    public static Optional<Reference> slot(Appointment appointment) {
        return Appointments.isGivenUp(appointment)
                ? Optional.empty()
                : appointment.getSlot().stream().findFirst();
    }

    @Override
    public void follow(Appointment appointment, RuleContext context) {
        String id = appointment.getIdElement().getIdPart();
        Optional<Slot> wanted = slot(appointment).flatMap(slot -> context.resolve(slot, Slot.class));
        Optional<Reference> former = context.previous(appointment).flatMap(SlotKeeper::slot);
        Optional<Reference> own = wanted.filter(slot -> UnitOf.slot(slot, Records.of(context))
                        .filter(context.actor()::actsFor)
                        .isPresent())
                .map(SlotKeeper::reference);
        if (!former.map(SlotKeeper::id).equals(own.map(SlotKeeper::id))) {
            takeTurns(Stream.concat(former.stream(), own.stream()), context);
        }
        // First taken, then given back: of two who swap one is refused.
        wanted.filter(slot -> slot.getStatus() == SlotStatus.FREE)
                .filter(slot -> own.isPresent() && booked.claim(id(slot), id))
                .ifPresent(slot -> store.update(slot.setStatus(SlotStatus.BUSY)));
        Stream.concat(booked.release(id, wanted.map(SlotKeeper::id)).stream(), former.map(SlotKeeper::id).stream())
                .distinct()
                .filter(slot -> wanted.map(SlotKeeper::id).filter(slot::equals).isEmpty())
                .filter(slot -> booked.holder(slot).isEmpty())
                .flatMap(slot -> context.resolve(new Reference("Slot/" + slot), Slot.class).stream())
                .filter(slot -> slot.getStatus() == SlotStatus.BUSY)
                .forEach(slot -> store.update(slot.setStatus(SlotStatus.FREE)));
    }

    /** One transaction at a time takes or frees slots of a unit, so that none waits for one that waits for it. */
    private void takeTurns(Stream<Reference> slots, RuleContext context) {
        slots.flatMap(slot -> UnitOf.slot(slot, Records.of(context)).stream())
                .map(SlotKeeper::id)
                .distinct()
                .sorted()
                .forEach(unit -> context.serialize("slots of " + unit));
    }

    private static Reference reference(Slot slot) {
        return new Reference(slot.getIdElement().toUnqualifiedVersionless());
    }

    private static String id(Slot slot) {
        return slot.getIdElement().getIdPart();
    }

    private static String id(Reference reference) {
        return reference.getReferenceElement().getIdPart();
    }
}
