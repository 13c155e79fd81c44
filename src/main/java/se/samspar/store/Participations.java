package se.samspar.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation.Opening;

/** What all features say of who takes part in a resource. */
@Component
public class Participations {

    private final ByType<Participation<?>> participations;

    Participations(ObjectProvider<Participation<?>> participations) {
        this.participations = new ByType<>(Participation.class, participations);
    }

    /** Ids of the units that take part. */
    Set<String> units(Resource resource, RuleContext context) {
        return ids(all(resource, (participation, of) -> participation.units(of, context)), context);
    }

    /** Ids of the units that read it without taking part. */
    Set<String> guests(Resource resource, RuleContext context) {
        return ids(all(resource, (participation, of) -> participation.guests(of, context)), context);
    }

    /** Ids of the units that answer for it, and write it by plain REST. */
    public Set<String> writers(Resource resource, RuleContext context) {
        return ids(all(resource, (participation, of) -> participation.writers(of, context)), context);
    }

    /** Ids of the units whose documentation it is. */
    Set<String> documentedBy(Resource resource, RuleContext context) {
        return ids(all(resource, (participation, of) -> participation.documentedBy(of, context)), context);
    }

    /** Ids of the units to which it was sent. */
    Set<String> sentTo(Resource resource, RuleContext context) {
        return ids(all(resource, (participation, of) -> participation.sentTo(of, context)), context);
    }

    boolean isOpen(Resource resource) {
        return all(resource, (participation, of) -> Stream.of(participation.isOpen(of)))
                .anyMatch(Boolean::booleanValue);
    }

    boolean isSeenByMaker(Resource resource) {
        return all(resource, (participation, of) -> Stream.of(participation.isSeenByMaker(of)))
                .anyMatch(Boolean::booleanValue);
    }

    /** The patients it is about, as {@code Patient/id}. */
    public Stream<String> about(Resource resource) {
        return patients(resource).stream().map(AccessRestrictions::key).filter(key -> !key.isEmpty());
    }

    /** Is it the patient, or about that patient, and something that an emergency opens? */
    public boolean isOpenedBy(String patient, Resource resource) {
        return Emergency.OPENED.contains(resource.fhirType())
                && (ResourcePath.of(resource).equals(patient) || about(resource).anyMatch(patient::equals));
    }

    List<Reference> patients(Resource resource) {
        return all(resource, Participation::patients).toList();
    }

    List<Reference> background(Resource resource) {
        return all(resource, Participation::background).toList();
    }

    boolean mayOpen(Resource resource) {
        return all(resource, (participation, of) -> Stream.of(participation.mayOpen(of)))
                .anyMatch(Boolean::booleanValue);
    }

    boolean isDecisive(Resource resource) {
        return all(resource, (participation, of) -> Stream.of(participation.isDecisive(of)))
                .anyMatch(Boolean::booleanValue);
    }

    List<Opening> openings(Resource resource, RuleContext context) {
        return all(resource, (participation, of) -> participation.openings(of, context))
                .toList();
    }

    List<Resource> dependents(Resource resource, RuleContext context) {
        return all(resource, (participation, of) -> participation
                        .dependents(of, context)
                        .map(Resource.class::cast))
                .toList();
    }

    /** Ids of the units that references stand for. */
    static Set<String> ids(Stream<Reference> references, RuleContext context) {
        Set<String> units = new LinkedHashSet<>();
        references.forEach(reference -> add(reference, context, units));
        return units;
    }

    private static void add(Reference reference, RuleContext context, Set<String> units) {
        if (reference == null || !reference.hasReference()) {
            return;
        }
        switch (String.valueOf(reference.getReferenceElement().getResourceType())) {
            case "Organization" -> units.add(reference.getReferenceElement().getIdPart());
            case "PractitionerRole" -> context.resolve(reference, PractitionerRole.class)
                    .map(PractitionerRole::getOrganization)
                    .ifPresent(organization -> add(organization, context, units));
            default -> {
                // Patients, services and places are not units.
            }
        }
    }

    @SuppressWarnings("unchecked") // filtered by the type it takes
    private <T> Stream<T> all(Resource resource, BiFunction<Participation<Resource>, Resource, Stream<T>> question) {
        return participations.of(resource).stream()
                .flatMap(participation -> question.apply((Participation<Resource>) participation, resource));
    }
}
