package se.samspar.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.ResourceStore;

/**
 * Who is on duty at a service (TRK-3): on-call functions are roles that say when they can be reached and how. Their hours
 * are read as those of services are, in Swedish local time; a duty roster goes on through public holidays.
 */
@Component
public class OnCall {

    private final ResourceStore store;
    private final OpeningHours hours;

    OnCall(ResourceStore store, OpeningHours hours) {
        this.store = store;
        this.hours = hours;
    }

    /** How those on duty are reached, by the id of the service; services with nobody on duty are left out. */
    Map<String, List<ContactPoint>> contacts(List<HealthcareService> services, Instant at) {
        if (services.isEmpty()) {
            return Map.of();
        }
        String ids = services.stream()
                .map(service -> "HealthcareService/" + service.getIdElement().getIdPart())
                .collect(Collectors.joining(","));
        return onDuty(ids, at)
                .filter(PractitionerRole::hasTelecom)
                .flatMap(role -> role.getHealthcareService().stream()
                        .map(service -> Map.entry(service.getReferenceElement().getIdPart(), role.getTelecom())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> first));
    }

    /** The function on duty at a service. */
    public Optional<PractitionerRole> onDuty(HealthcareService service, Instant at) {
        return onDuty("HealthcareService/" + service.getIdElement().getIdPart(), at)
                .findFirst();
    }

    private Stream<PractitionerRole> onDuty(String services, Instant at) {
        return store.search(PractitionerRole.class, "active=true&service=" + services).stream()
                .filter(PractitionerRole::hasAvailableTime)
                .filter(role -> hours.isOpen(roster(role), at))
                .sorted(Comparator.comparing(role -> role.getIdElement().getIdPart())); // of two the same every time
    }

    /** The hours of a role as those of a service, which have the same elements in a type of its own. */
    static HealthcareService roster(PractitionerRole role) {
        HealthcareService roster = new HealthcareService();
        roster.addExtension(Extensions.OPEN_ON_PUBLIC_HOLIDAYS, new BooleanType(true));
        role.getAvailableTime().forEach(time -> {
            var hours = roster.addAvailableTime()
                    .setAllDayElement(time.getAllDayElement())
                    .setAvailableStartTimeElement(time.getAvailableStartTimeElement())
                    .setAvailableEndTimeElement(time.getAvailableEndTimeElement());
            time.getDaysOfWeek()
                    .forEach(day -> hours.addDaysOfWeek(HealthcareService.DaysOfWeek.fromCode(day.getCode())));
        });
        role.getNotAvailable().forEach(absence -> roster.addNotAvailable()
                .setDescription(absence.getDescription())
                .setDuring(absence.getDuring()));
        return roster;
    }
}
