package se.samspar.followup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.ListResource;
import org.hl7.fhir.r4.model.ListResource.ListMode;
import org.hl7.fhir.r4.model.ListResource.ListStatus;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.store.AccessLabels;
import se.samspar.store.ResourceStore;

/**
 * Whom and what a unit's own figures are of, as far as it sees both now and its token
 * lets it read them: what is withheld from it is counted and not listed.
 */
@Component
class SubjectList {

    private final ResourceStore store;

    SubjectList(ResourceStore store) {
        this.store = store;
    }

    /** The facts whose source and patient the unit sees, and the token may read. */
    List<Fact> visible(List<Fact> facts, String unit) {
        Set<String> sources = seen(facts.stream().map(Fact::source).collect(Collectors.toSet()), unit);
        Set<String> patients = seen(
                facts.stream()
                        .filter(fact -> fact.patient() != null)
                        .map(fact -> "Patient/" + fact.patient())
                        .collect(Collectors.toSet()),
                unit);
        return facts.stream()
                .filter(fact -> sources.contains(fact.source()) && patients.contains("Patient/" + fact.patient()))
                .toList();
    }

    private Set<String> seen(Collection<String> names, String unit) {
        Map<String, List<String>> byType = names.stream()
                .collect(Collectors.groupingBy(
                        name -> name.substring(0, name.indexOf('/')),
                        Collectors.mapping(name -> name.substring(name.indexOf('/') + 1), Collectors.toList())));
        return byType.entrySet().stream()
                .filter(type -> store.actor().allows(type.getKey(), 'r'))
                .flatMap(type -> store.inBatches(resourceType(type.getKey()), type.getValue())
                        .flatMap(List::stream))
                .filter(resource -> AccessLabels.covers(resource, unit))
                .map((Resource resource) -> ResourcePath.of(resource))
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked") // a type of our own sources, all of which the model has
    private static Class<Resource> resourceType(String name) {
        try {
            return (Class<Resource>) Class.forName(Patient.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Lists the patients of facts in the report, each once; answers the reference to the list. */
    static Reference list(List<Fact> facts, MeasureReport report) {
        ListResource list = new ListResource();
        list.setId("subjects-" + (report.getContained().size() + 1));
        list.setStatus(ListStatus.CURRENT).setMode(ListMode.SNAPSHOT);
        facts.stream()
                .map(fact -> "Patient/" + fact.patient())
                .distinct()
                .sorted()
                .forEach(patient -> list.addEntry().setItem(new Reference(patient)));
        report.addContained(list);
        return new Reference("#" + list.getId());
    }
}
