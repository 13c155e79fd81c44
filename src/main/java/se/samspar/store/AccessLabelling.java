package se.samspar.store;

import java.util.Collection;
import java.util.List;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;

/** Puts labels of access on stored resources and takes them off, and remembers who saw them before. */
@Component
class AccessLabelling {

    private final ResourceStore store;

    AccessLabelling(ResourceStore store) {
        this.store = store;
    }

    /** Labels it for these units, as far as it is not labelled yet. */
    void label(Resource target, Collection<String> units) {
        List<Coding> missing = units.stream()
                .distinct()
                .filter(unit -> !AccessLabels.isFor(target, unit))
                .map(AccessLabels::label)
                .toList();
        if (!missing.isEmpty()) {
            remember(target);
            missing.forEach(target.getMeta()::addSecurity);
            store.addLabels(target, missing);
        }
    }

    void unlabel(Resource target, String unit) {
        remember(target);
        remove(target, List.of(AccessLabels.label(unit)));
    }

    private static void remember(Resource target) {
        UnitOfWork.current().ifPresent(work -> work.rememberLabels(target, AccessLabels.units(target)));
    }

    /** Adds labels that say nothing of who sees it. */
    void add(Resource target, Coding label) {
        target.getMeta().addSecurity(label);
        store.addLabels(target, List.of(label));
    }

    void remove(Resource target, List<Coding> labels) {
        target.getMeta().getSecurity().removeIf(label -> labels.stream().anyMatch(label::equalsShallow));
        store.removeLabels(target, labels);
    }
}
