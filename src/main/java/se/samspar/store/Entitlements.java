package se.samspar.store;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessGrounds.Ground;

/** Who is to see what because of a resource as it is now: itself, its patient, its background and what it opens. */
@Component
class Entitlements {

    private final Participations participations;
    private final AccessGrounds grounds;
    private final Withholding withholding;

    Entitlements(Participations participations, AccessGrounds grounds, Withholding withholding) {
        this.participations = participations;
        this.grounds = grounds;
        this.withholding = withholding;
    }

    /** The grounds that the resource gives, by their ids; withheld are those that a block keeps from opening anything. */
    Map<String, Ground> of(Resource resource, RuleContext context) {
        Map<String, Ground> wanted = given(resource, context);
        if (withholding.concerns(resource, context)) {
            wanted.replaceAll((id, ground) -> ground.withheld(withholding.isWithheld(ground, resource, context)));
        }
        return wanted;
    }

    /** From whom a block withholds the resource, by the ids of units. */
    Predicate<String> withheld(Resource resource, RuleContext context) {
        return withholding.of(resource, context);
    }

    private Map<String, Ground> given(Resource resource, RuleContext context) {
        String source = ResourcePath.of(resource);
        Map<String, Ground> wanted = new LinkedHashMap<>();
        Set<String> own = participations.units(resource, context);
        own.forEach(unit -> put(wanted, new Ground(source, unit, source, true, Optional.empty())));
        Set<String> readers = participations.guests(resource, context);
        readers.forEach(unit -> put(wanted, new Ground(source, unit, source, false, Optional.empty())));
        readers.addAll(own);
        maker(resource, context)
                .filter(maker -> !readers.contains(maker))
                .ifPresent(
                        maker -> put(wanted, new Ground(source, maker, AccessGrounds.MAKER, true, Optional.empty())));
        if (!participations.isOpen(resource)) {
            participations.patients(resource).stream()
                    .flatMap(patient -> context.resolve(patient, Patient.class).stream())
                    .forEach(patient -> openTo(readers, ResourcePath.of(patient), source, Optional.empty(), wanted));
            participations.background(resource).stream()
                    .flatMap(background -> context.resolve(background, Resource.class).stream())
                    .forEach(background -> sharer(background, resource, own, context)
                            .ifPresent(sharer ->
                                    openTo(readers, ResourcePath.of(background), source, Optional.of(sharer), wanted)));
        }
        participations
                .openings(resource, context)
                .forEach(opening -> openTo(
                        Participations.ids(opening.units(), context),
                        ResourcePath.of(opening.target()),
                        source,
                        Optional.empty(),
                        wanted));
        return wanted;
    }

    private static void openTo(
            Collection<String> units,
            String target,
            String source,
            Optional<String> sharer,
            Map<String, Ground> wanted) {
        units.forEach(unit -> put(wanted, new Ground(target, unit, source, false, sharer)));
    }

    private static void put(Map<String, Ground> wanted, Ground ground) {
        wanted.putIfAbsent(ground.id(), ground);
    }

    /**
     * The unit on whose part in the background the sharing rests: the writer or else one that takes part in the resource.
     * Empty when the writer may not share it.
     */
    private Optional<String> sharer(Resource background, Resource resource, Set<String> own, RuleContext context) {
        Set<String> patients = keys(participations.patients(background));
        boolean stood = context.previous(resource).stream()
                .flatMap(before -> participations.background(before).stream())
                .anyMatch(before -> ResourcePath.of(before).equals(ResourcePath.of(background)));
        Optional<String> writer = context.actor().unit();
        boolean mayShare = !patients.isEmpty()
                && keys(participations.patients(resource)).containsAll(patients)
                && (stood
                        || writer.filter(unit -> AccessLabels.coversAlready(background, unit))
                                .isPresent());
        if (!mayShare) {
            return Optional.empty();
        }
        Set<String> owners = isCreated(background)
                ? participations.units(background, context)
                : new HashSet<>(grounds.owners(ResourcePath.of(background)));
        return Stream.concat(writer.stream(), own.stream())
                .filter(owners::contains)
                .findFirst();
    }

    /** The unit that makes the resource in this transaction, where it sees what it has made. */
    Optional<String> maker(Resource resource, RuleContext context) {
        return isCreated(resource) && participations.isSeenByMaker(resource)
                ? context.actor().unit()
                : Optional.empty();
    }

    static boolean isCreated(Resource resource) {
        return UnitOfWork.current().filter(work -> work.isCreated(resource)).isPresent();
    }

    static Set<String> keys(Collection<Reference> references) {
        return references.stream().map(ResourcePath::of).collect(Collectors.toSet());
    }
}
