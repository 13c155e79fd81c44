package se.samspar.store;

import java.util.Optional;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;

/** The unit that somebody or something belongs to: staff, a service with its times, a place. */
public final class UnitOf {

    private UnitOf() {}

    /** The unit itself, or the one whose staff, service or place it is; empty for anyone else, such as a patient. */
    public static Optional<Reference> actor(Reference actor, Records records) {
        return switch (String.valueOf(actor.getReferenceElement().getResourceType())) {
            case "Organization" -> Optional.of(actor);
            case "PractitionerRole" -> records.find(actor, PractitionerRole.class)
                    .map(PractitionerRole::getOrganization);
            case "HealthcareService" -> records.find(actor, HealthcareService.class)
                    .map(HealthcareService::getProvidedBy);
            case "Location" -> records.find(actor, Location.class).map(Location::getManagingOrganization);
            default -> Optional.empty();
        };
    }

    /** The unit that gives a slot. */
    public static Optional<Reference> slot(Reference slot, Records records) {
        return records.find(slot, Slot.class).flatMap(found -> slot(found, records));
    }

    /** The unit that gives a slot. */
    public static Optional<Reference> slot(Slot slot, Records records) {
        return service(slot, records).flatMap(service -> actor(service, records));
    }

    /** The service that a slot is a time of. */
    public static Optional<Reference> service(Slot slot, Records records) {
        return records.find(slot.getSchedule(), Schedule.class).map(Schedule::getActorFirstRep);
    }
}
