package se.samspar.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
 * Blocks that begin and end (spärr). The grounds of access stand through a block, so that its end opens what was open
 * before and what has come since; those that it withholds give no label.
 */
@Component
public class CareBlocks {

    private final AccessRestrictions restrictions;
    private final Withholding withholding;
    private final AccessGrounds grounds;
    private final AccessLabelling labelling;

    CareBlocks(
            AccessRestrictions restrictions,
            Withholding withholding,
            AccessGrounds grounds,
            AccessLabelling labelling) {
        this.restrictions = restrictions;
        this.withholding = withholding;
        this.grounds = grounds;
        this.labelling = labelling;
    }

    /** To be taken before anything else is asked about the patient: see {@link AccessRestrictions}. */
    public static void lock(Reference patient, RuleContext context) {
        AccessRestrictions.lock(patient, context);
    }

    /** Is it the unit or care provider that the source names, or a unit of it? */
    public static boolean isWithin(Reference unit, Reference source, Records records) {
        return Withholding.isWithin(id(unit), id(source), records);
    }

    /**
     * Closes, or opens again, what the source has documented about the patient.
     *
     * @param consent id of the Consent that says so
     * @param holds does the block hold, or has it been lifted?
     */
    public void set(String consent, Reference patient, Reference source, boolean holds, RuleContext context) {
        if (holds) {
            restrictions.block(consent, patient, id(source));
        } else {
            restrictions.lift(consent);
        }
        weighAnew(AccessRestrictions.key(patient), context);
    }

    private void weighAnew(String patient, RuleContext context) {
        Map<String, Optional<Resource>> resources = new HashMap<>();
        Map<String, Predicate<String>> withheld = new HashMap<>();
        List<Ground> changed = new ArrayList<>();
        for (Ground ground : about(patient, context)) {
            boolean isWithheld = Stream.of(ground.resource(), ground.source())
                    .distinct()
                    .anyMatch(key -> resources
                            .computeIfAbsent(key, unread -> find(unread, context))
                            .map(resource -> withheld.computeIfAbsent(key, k -> withholding.of(resource, context)))
                            .filter(predicate -> predicate.test(ground.unit()))
                            .isPresent());
            if (isWithheld != ground.withheld()) {
                changed.add(ground.withheld(isWithheld));
            }
        }
        grounds.add(changed);
        changed.stream()
                .map(Ground::resource)
                .distinct()
                .flatMap(key -> resources.getOrDefault(key, Optional.empty()).stream())
                .forEach(this::relabel);
    }

    /** The grounds for all that is about the patient, with its background and its provenance. */
    private Collection<Ground> about(String patient, RuleContext context) {
        Set<String> sources = grounds.to(patient).stream().map(Ground::source).collect(Collectors.toSet());
        Set<Ground> all = new LinkedHashSet<>();
        for (String source : sources) {
            all.addAll(grounds.from(source));
            all.addAll(grounds.to(source));
            context.search(Provenance.class, "target=" + source)
                    .forEach(provenance -> all.addAll(grounds.to(ResourcePath.of(provenance))));
        }
        return all;
    }

    private void relabel(Resource resource) {
        List<String> seenBy = grounds.units(ResourcePath.of(resource));
        labelling.label(resource, seenBy);
        AccessLabels.units(resource).stream()
                .filter(unit -> !seenBy.contains(unit) && !unit.equals(AccessLabels.EVERY_UNIT))
                .forEach(unit -> labelling.unlabel(resource, unit));
    }

    private static Optional<Resource> find(String key, RuleContext context) {
        return context.resolve(new Reference(key), Resource.class);
    }

    private static String id(Reference organization) {
        return organization.getReferenceElement().getIdPart();
    }
}
