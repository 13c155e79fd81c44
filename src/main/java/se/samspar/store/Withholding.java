package se.samspar.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessGrounds.Ground;

/**
 * From whom a block withholds a resource (PDL 4 kap. 4 §, 6 kap. 2 §): what the blocked unit or care provider has
 * documented, from every unit outside it, but for those to whom it was sent.
 */
@Component
class Withholding {

    private final Participations participations;
    private final AccessRestrictions restrictions;

    Withholding(Participations participations, AccessRestrictions restrictions) {
        this.participations = participations;
        this.restrictions = restrictions;
    }

    /** Has the patient of the resource blocked anything? */
    boolean concerns(Resource resource, RuleContext context) {
        return subjects(resource, context).anyMatch(about -> !blocked(about).isEmpty());
    }

    /** Does a block keep the ground from opening anything: is its source withheld from the unit, or its target? */
    boolean isWithheld(Ground ground, Resource source, RuleContext context) {
        return of(source, context).test(ground.unit())
                || !ground.resource().equals(ResourcePath.of(source))
                        && context.resolve(new Reference(ground.resource()), Resource.class)
                                .filter(target -> of(target, context).test(ground.unit()))
                                .isPresent();
    }

    /** Answers for any unit, by its id. */
    Predicate<String> of(Resource resource, RuleContext context) {
        return subjects(resource, context).map(about -> ofOne(about, context)).reduce(unit -> false, Predicate::or);
    }

    /** The resource itself, or what a provenance tells of. */
    private static Stream<Resource> subjects(Resource resource, RuleContext context) {
        return resource instanceof Provenance provenance
                ? provenance.getTarget().stream().flatMap(target -> context.resolve(target, Resource.class).stream())
                : Stream.of(resource);
    }

    private List<String> blocked(Resource resource) {
        return participations.patients(resource).stream()
                .map(AccessRestrictions::key)
                .filter(patient -> !patient.isEmpty())
                .flatMap(patient -> restrictions.blocked(patient).stream())
                .distinct()
                .toList();
    }

    private Predicate<String> ofOne(Resource resource, RuleContext context) {
        List<String> blocked = blocked(resource);
        if (blocked.isEmpty()) {
            return unit -> false;
        }
        Set<String> documented = participations.documentedBy(resource, context);
        List<String> sources = blocked.stream()
                .filter(source -> documented.stream().anyMatch(unit -> isWithin(unit, source, Records.of(context))))
                .toList();
        Set<String> sentTo = participations.sentTo(resource, context);
        return unit -> !sentTo.contains(unit)
                && sources.stream().anyMatch(source -> !isWithin(unit, source, Records.of(context)));
    }

    /** Is it the unit, or the care provider that the unit belongs to? */
    static boolean isWithin(String unit, String source, Records records) {
        Set<String> seen = new HashSet<>();
        Stream<String> above = Stream.iterate(unit, id -> id != null && seen.add(id), id -> records.find(
                        new Reference("Organization/" + id), Organization.class)
                .map(Organization::getPartOf)
                .filter(Reference::hasReference)
                .map(partOf -> partOf.getReferenceElement().getIdPart())
                .orElse(null));
        return above.anyMatch(source::equals);
    }
}
