package se.samspar.store;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.rule.RuleContext;
import se.samspar.store.AccessGrounds.Ground;

/**
 * Derives who sees what (ALL-3): from a resource that is written follow grounds for it, for its patient and for what it
 * opens besides; grounds that no longer hold go, and with the last ground of a unit its label. What depends on the
 * resource is derived anew too.
 */
@Component
class AccessKeeper {

    private final Participations participations;
    private final Entitlements entitlements;
    private final AccessGrounds grounds;
    private final AccessLabelling labelling;
    private final Protection protection;

    AccessKeeper(
            Participations participations,
            Entitlements entitlements,
            AccessGrounds grounds,
            AccessLabelling labelling,
            Protection protection) {
        this.participations = participations;
        this.entitlements = entitlements;
        this.grounds = grounds;
        this.labelling = labelling;
        this.protection = protection;
    }

    /** Labels a resource that is about to be stored; what a client put there itself is dropped. */
    void label(Resource resource, RuleContext context) {
        AccessLabels.remove(resource);
        protection.prepare(resource, context);
        Set<String> units = new HashSet<>();
        if (!Entitlements.isCreated(resource) || !participations.isDecisive(resource)) {
            units.addAll(participations.units(resource, context));
            units.addAll(participations.guests(resource, context));
        } // else it is not counted yet: before a refusal is there, those that it is about are let in
        units.addAll(Participations.ids(AccessLabels.announced(resource).stream(), context));
        entitlements.maker(resource, context).ifPresent(units::add);
        units.removeIf(entitlements.withheld(resource, context));
        if (participations.isOpen(resource)) {
            units.add(AccessLabels.EVERY_UNIT);
        }
        units.forEach(unit -> resource.getMeta().addSecurity(AccessLabels.label(unit)));
    }

    /** Derives who sees a resource that has been written, now that the references of the transaction are resolved. */
    void derive(Resource written, RuleContext context) {
        Deque<Resource> open = new ArrayDeque<>(List.of(written));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Resource resource = open.remove();
            if (seen.add(ResourcePath.of(resource))
                    && (deriveOne(resource, context) || participations.isDecisive(resource))) {
                open.addAll(participations.dependents(resource, context));
                open.addAll(context.search(Provenance.class, "target=" + ResourcePath.of(resource)));
            }
        }
    }

    /** Has anything changed that others may depend on? */
    private boolean deriveOne(Resource resource, RuleContext context) {
        boolean first = Entitlements.isCreated(resource)
                && UnitOfWork.current()
                        .filter(work -> work.derivesFirst(resource))
                        .isPresent();
        Map<String, Ground> wanted = entitlements.of(resource, context);
        protection.follow(resource, context);
        if (!first && isAsBefore(resource, wanted, context)) {
            return false;
        }
        Map<String, Ground> stored = first ? Map.of() : stored(resource);
        List<Ground> added = wanted.values().stream()
                .map(ground -> keepSharer(ground, stored.get(ground.id())))
                .filter(ground -> !ground.equals(stored.get(ground.id())))
                .toList();
        List<Ground> fallen = stored.values().stream()
                .filter(ground -> !wanted.containsKey(ground.id()))
                .toList();
        grounds.add(added);
        open(wanted.values(), resource, context);
        close(fallen, context);
        if (!first || wanted.values().stream().anyMatch(Ground::withheld)) {
            dropUngrounded(resource);
        }
        return !first && !(added.isEmpty() && fallen.isEmpty());
    }

    /** Labels from before the resource was derived first, as of what is kept of a refused rule. */
    private void dropUngrounded(Resource resource) {
        List<String> grounded = grounds.units(ResourcePath.of(resource));
        AccessLabels.units(resource).stream()
                .filter(unit -> !grounded.contains(unit) && !unit.equals(AccessLabels.EVERY_UNIT))
                .forEach(unit -> labelling.unlabel(resource, unit));
    }

    private Map<String, Ground> stored(Resource resource) {
        return Stream.concat(
                        grounds.from(ResourcePath.of(resource)).stream(),
                        grounds.before(ResourcePath.of(resource)).stream())
                .collect(Collectors.toMap(Ground::id, ground -> ground));
    }

    /** Whoever shares something first goes on sharing it, whoever else writes. */
    private static Ground keepSharer(Ground wanted, Ground stored) {
        return stored == null || wanted.sharer().isEmpty() ? wanted : wanted.sharedBy(stored.sharer());
    }

    /** Saves the look at what is stored, in most writes: the same units, patients and background as when it was last. */
    private boolean isAsBefore(Resource resource, Map<String, Ground> wanted, RuleContext context) {
        Optional<Resource> previous = context.previous(resource);
        if (previous.isEmpty() || participations.mayOpen(resource) || participations.mayOpen(previous.get())) {
            return false;
        }
        Set<String> readers = wanted.values().stream()
                .filter(ground -> ground.resource().equals(ResourcePath.of(resource)) && !ground.withheld())
                .map(Ground::unit)
                .collect(Collectors.toSet());
        return AccessLabels.units(previous.get()).equals(readers)
                && participations.units(previous.get(), context).equals(participations.units(resource, context))
                && Entitlements.keys(participations.patients(previous.get()))
                        .equals(Entitlements.keys(participations.patients(resource)))
                && Entitlements.keys(participations.background(previous.get()))
                        .equals(Entitlements.keys(participations.background(resource)));
    }

    /** Labels what is opened, as far as it is not labelled yet. */
    private void open(Collection<Ground> wanted, Resource source, RuleContext context) {
        wanted.stream()
                .collect(Collectors.groupingBy(Ground::resource, LinkedHashMap::new, Collectors.toList()))
                .forEach((target, units) -> (target.equals(ResourcePath.of(source))
                                ? Optional.of(source)
                                : find(target, context))
                        .ifPresent(found -> labelling.label(
                                found,
                                units.stream()
                                        .filter(ground -> !ground.withheld())
                                        .map(Ground::unit)
                                        .toList())));
    }

    /**
     * Takes grounds away, and those that rested on them. Of several transactions that do so one at a time looks whether
     * there are others left.
     */
    private void close(List<Ground> fallen, RuleContext context) {
        fallen.stream()
                .map(Ground::resource)
                .distinct()
                .sorted()
                .forEach(resource -> context.serialize("access to " + resource));
        grounds.remove(fallen);
        Deque<Ground> open = new ArrayDeque<>(fallen);
        while (!open.isEmpty()) {
            Ground ground = open.remove();
            if (ground.own() && !grounds.owners(ground.resource()).contains(ground.unit())) {
                List<Ground> shared = grounds.sharedBy(ground.unit(), ground.resource());
                grounds.remove(shared);
                open.addAll(shared);
            }
            if (!grounds.units(ground.resource()).contains(ground.unit())) {
                find(ground.resource(), context).ifPresent(target -> labelling.unlabel(target, ground.unit()));
            }
        }
    }

    private static Optional<Resource> find(String target, RuleContext context) {
        return context.resolve(new Reference(target), Resource.class);
    }
}
