package se.samspar.track.booking;

import java.util.Optional;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;
import org.springframework.stereotype.Component;
import se.samspar.store.ResourceStore;

/** Whose time a slot is. */
@Component
public class SlotOwner {

    private final ResourceStore store;

    SlotOwner(ResourceStore store) {
        this.store = store;
    }

    /** The unit whose service the schedule of the slot is for. */
    public Optional<Reference> of(Reference slot) {
        return store.find(slot, Slot.class)
                .flatMap(found -> store.find(found.getSchedule(), Schedule.class))
                .flatMap(schedule -> store.find(schedule.getActorFirstRep(), HealthcareService.class))
                .map(HealthcareService::getProvidedBy);
    }
}
