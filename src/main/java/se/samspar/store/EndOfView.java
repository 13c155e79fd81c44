package se.samspar.store;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.SearchValues;
import se.samspar.rule.RuleContext;

/**
 * Closes to a unit what it saw because of a resource that it takes no part in any more (ALL-3): the resource, what is
 * recorded of it, what else of its patients was opened for its sake, and the patients. What the unit takes part in
 * itself, or sees as the background of something else, stays open to it.
 */
@Component
public class EndOfView {

    private final AccessLabels labels;
    private final Participations participations;
    private final ResourceStore store;

    EndOfView(AccessLabels labels, Participations participations, ResourceStore store) {
        this.labels = labels;
        this.participations = participations;
        this.store = store;
    }

    /** Ends the view of those of these units that take part no longer. */
    public void of(Resource resource, Stream<Reference> units, RuleContext context) {
        labels.ids(units, context).stream()
                .filter(unit -> mayEnd(resource, unit, context))
                .forEach(unit -> end(resource, unit, context));
    }

    private void end(Resource resource, String unit, RuleContext context) {
        List<Resource> others = seenOfPatients(resource, unit);
        if (isBackgroundOf(others, resource)) {
            return;
        }
        labels.close(resource, unit);
        List<Resource> groundless = others.stream()
                .filter(other -> mayEnd(other, unit, context) && !isBackgroundOf(others, other))
                .toList();
        groundless.forEach(other -> labels.close(other, unit));
        Stream.concat(Stream.of(resource), groundless.stream())
                .flatMap(closed -> store.search(Provenance.class, "target=" + literal(closed)).stream())
                .filter(record -> mayEnd(record, unit, context))
                .forEach(record -> labels.close(record, unit));
        List<Resource> left =
                others.stream().filter(other -> !groundless.contains(other)).toList();
        literals(participations.patients(resource))
                .filter(patient -> left.stream().noneMatch(other -> isAbout(other, patient)))
                .flatMap(patient -> context.resolve(new Reference(patient), Patient.class).stream())
                .filter(patient -> mayEnd(patient, unit, context))
                .forEach(patient -> labels.close(patient, unit));
    }

    private boolean mayEnd(Resource resource, String unit, RuleContext context) {
        return AccessLabels.isFor(resource, unit) && !labels.takesPart(resource, unit, context);
    }

    /** What else the unit sees of the same patients. */
    private List<Resource> seenOfPatients(Resource resource, String unit) {
        String token = SearchValues.token(AccessLabels.SYSTEM, unit);
        return literals(participations.patients(resource))
                .flatMap(patient -> participations.types().stream()
                        .flatMap(type ->
                                store.search(type, "patient=%s&_security=%s".formatted(patient, token)).stream()))
                .map(Resource.class::cast)
                .filter(other -> !literal(other).equals(literal(resource)))
                .toList();
    }

    private boolean isBackgroundOf(List<Resource> others, Resource resource) {
        return others.stream()
                .flatMap(other -> literals(participations.background(other)))
                .anyMatch(literal(resource)::equals);
    }

    private boolean isAbout(Resource resource, String patient) {
        return literals(participations.patients(resource)).anyMatch(patient::equals);
    }

    private static Stream<String> literals(Stream<Reference> references) {
        return references.filter(Reference::hasReference).map(reference -> reference
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue());
    }

    private static String literal(Resource resource) {
        return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
    }
}
