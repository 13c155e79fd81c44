package se.samspar.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Communications;
import se.samspar.fhir.ResourcePath;
import se.samspar.rule.Actor;

/**
 * What of the record the person reads whom it is about (UPP-8): closed unless listed here. Who takes part in the care, and
 * what is protected or blocked from units, makes no difference to the person.
 */
@Component
public class OwnRecord {

    /** What is told to the person, rather than between those who care for the person. */
    public static final Set<String> TYPES =
            Set.of("Patient", "ServiceRequest", "Communication", "CarePlan", "Appointment", "Observation");

    /** Status of what never was. */
    public static final String MISTAKE = "entered-in-error";

    private final Participations participations;

    OwnRecord(Participations participations) {
        this.participations = participations;
    }

    /** Is it of the record of the person who acts, and of nobody else's? */
    public boolean shows(Actor actor, Resource resource) {
        return TYPES.contains(resource.fhirType())
                && actor.patient()
                        .filter(id -> isAbout("Patient/" + id, resource))
                        .isPresent()
                && !isMistake(resource)
                && (!(resource instanceof Communication) || Communications.isAnswer(resource));
    }

    private boolean isAbout(String person, Resource resource) {
        if (resource.fhirType().equals("Patient")) {
            return ResourcePath.of(resource).equals(person);
        }
        Set<String> people = Set.copyOf(participations.about(resource).toList());
        return people.equals(Set.of(person));
    }

    private static boolean isMistake(Resource resource) {
        return Optional.ofNullable(resource.getChildByName("status")).map(Property::getValues).stream()
                .flatMap(List::stream)
                .map(Base::primitiveValue)
                .anyMatch(MISTAKE::equals);
    }
}
