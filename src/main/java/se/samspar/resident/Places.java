package se.samspar.resident;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentParticipantComponent;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;
import se.samspar.store.UnitOf;

/** Where something happens, as people call the place. */
@Component
class Places {

    private static final String PLACE = "Location";

    private final ResourceStore store;
    private final Directory directory;

    Places(ResourceStore store, Directory directory) {
        this.store = store;
        this.directory = directory;
    }

    /** The units that these references stand for, each once; empty where there are none. */
    Optional<String> of(Collection<Reference> unitsOrTheirs) {
        return joined(unitsOrTheirs.stream()
                .flatMap(actor -> UnitOf.actor(actor, Records.of(store)).stream())
                .flatMap(unit -> directory.organization(unit).stream())
                .map(Organization::getName)
                .toList());
    }

    /** Where one comes to, and whether others, or everyone, take part by video. */
    Optional<String> of(Appointment meeting) {
        List<Reference> actors = meeting.getParticipant().stream()
                .map(AppointmentParticipantComponent::getActor)
                .toList();
        Optional<String> place = joined(actors.stream()
                .filter(actor -> PLACE.equals(actor.getReferenceElement().getResourceType()))
                .flatMap(actor -> store.find(actor, Location.class).stream())
                .map(Location::getName)
                .toList());
        if (!isByVideo(meeting)) {
            return place.or(() -> of(actors));
        }
        return place.map(name -> name + ", och på video")
                .or(() -> of(actors).map(units -> "På video med " + units))
                .or(() -> Optional.of("På video"));
    }

    static boolean isByVideo(Appointment meeting) {
        return meeting.hasExtension(Extensions.VIDEO_LINK);
    }

    private static Optional<String> joined(List<String> names) {
        return Optional.of(names.stream()
                        .filter(name -> name != null && !name.isBlank())
                        .distinct()
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }
}
