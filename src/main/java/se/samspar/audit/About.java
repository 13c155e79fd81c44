package se.samspar.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.FhirTerser;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.ResourcePath;
import se.samspar.store.AccessLabels;
import se.samspar.store.RecordSubjects;

/** Which patients and resources something is about: every patient that a resource refers to, in whatever element. */
final class About {

    private static final FhirTerser TERSER = FhirContext.forR4Cached().newTerser();

    private final Set<String> patients = new TreeSet<>();
    private final Set<String> resources = new TreeSet<>();

    /** {@code Type/id} of {@link #resources}. */
    private final Set<String> known = new TreeSet<>();

    /** Those of them that were at hand themselves. */
    private final Set<String> seen = new TreeSet<>();

    /** {@code Type/id} of what is only referred to, by resources that name no patient themselves. */
    private final Set<String> referredTo = new TreeSet<>();

    /** Adds a resource that was shown or written; of a Bundle or Parameters, all in it. */
    About show(Resource resource) {
        if (resource instanceof Bundle bundle) {
            bundle.getEntry().stream()
                    .filter(BundleEntryComponent::hasResource)
                    .forEach(entry -> show(entry.getResource()));
        } else if (resource instanceof Parameters parameters) {
            show(parameters.getParameter());
        } else if (resource != null && !(resource instanceof OperationOutcome)) {
            showOne(resource);
        }
        return this;
    }

    private void show(List<ParametersParameterComponent> parameters) {
        parameters.forEach(parameter -> {
            show(parameter.getResource());
            if (parameter.getValue() instanceof Reference reference) {
                mention(reference.getReferenceElement());
            }
            show(parameter.getPart());
        });
    }

    private void showOne(Resource resource) {
        IIdType id = resource.getIdElement();
        if (id.hasIdPart() && isId(id)) {
            add(new IdType(resource.fhirType(), id.getIdPart(), id.getVersionIdPart()));
            seen.add(ResourcePath.of(resource));
        }
        if (AccessLabels.isOpen(resource.fhirType())) {
            return;
        }
        List<IIdType> references = TERSER.getAllResourceReferences(resource).stream()
                .map(found -> found.getResourceReference().getReferenceElement())
                .filter(About::isName)
                .toList();
        boolean namesPatient = "Patient".equals(resource.fhirType());
        for (IIdType reference : references) {
            if ("Patient".equals(reference.getResourceType())) {
                patients.add(reference.getIdPart());
                namesPatient = true;
            }
        }
        if (!namesPatient) {
            references.forEach(this::refer);
        }
    }

    /** Adds what is known by its id only, such as the instance in a URL. */
    About mention(IIdType id) {
        if (isName(id)) {
            add(id);
            refer(id);
        }
        return this;
    }

    private static boolean isName(IIdType id) {
        return id.hasResourceType() && id.hasIdPart() && isId(id);
    }

    /** A refused body may have anything in the place of an id. */
    private static boolean isId(IIdType id) {
        return id.getIdPart().matches("[A-Za-z0-9.-]{1,64}");
    }

    /** Adds patients that are known from elsewhere. */
    About concern(Collection<String> ids) {
        patients.addAll(ids);
        return this;
    }

    private void add(IIdType id) {
        String name = id.getResourceType() + "/" + id.getIdPart();
        if ("Patient".equals(id.getResourceType())) {
            patients.add(id.getIdPart());
        }
        if (known.add(name) || id.hasVersionIdPart()) {
            resources.remove(name);
            resources.add(id.hasVersionIdPart() ? name + "/_history/" + id.getVersionIdPart() : name);
        }
    }

    private void refer(IIdType id) {
        if (!AccessLabels.isOpen(id.getResourceType()) && !"Patient".equals(id.getResourceType())) {
            referredTo.add(id.getResourceType() + "/" + id.getIdPart());
        }
    }

    /** Looks up whom the rest is about; asks the database only where a resource was not itself at hand. */
    About resolve(RecordSubjects subjects) {
        referredTo.removeAll(seen);
        if (!referredTo.isEmpty()) {
            patients.addAll(subjects.patientsOf(referredTo));
        }
        return this;
    }

    boolean isWithin(About other) {
        return other.known.containsAll(known) && other.patients.containsAll(patients);
    }

    void addAll(About other) {
        patients.addAll(other.patients);
        known.addAll(other.known);
    }

    List<String> patients() {
        return List.copyOf(patients);
    }

    List<String> resources() {
        return List.copyOf(resources);
    }
}
