package se.samspar.store.rule;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.rule.Actor;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.AccessLabels;

/**
 * A reference into nothing is a fault, and one to what the writer may not see would tell that it exists; both get the
 * same answer. References that stood there before are left alone: not all of them are the present writer's.
 */
@RuleInfo(
        code = "reference-known",
        severity = Severity.BLOCK,
        requirement = "ALL-3",
        remedy = "Refer to a resource that you can read, or use an identifier reference.",
        when = Moment.ON_REFERENCES)
final class ReferenceKnown implements Rule<Resource> {

    /** Where operations put the patient. */
    private static final Set<String> PATIENT = Set.of("subject", "for", "patient", "participant.actor");

    private final FhirContext fhirContext;

    ReferenceKnown(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        Set<String> before = context.previous(resource)
                .map(previous -> references(previous)
                        .map(ReferenceKnown::target)
                        .map(IIdType::getValue)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        Set<String> patients = context.isWrittenByClient(resource)
                ? Set.of()
                : references(resource)
                        .filter(reference -> PATIENT.contains(reference.getName()))
                        .map(ReferenceKnown::target)
                        .map(IIdType::getValue)
                        .collect(Collectors.toSet());
        return references(resource)
                .filter(reference -> !before.contains(target(reference).getValue()))
                .filter(reference -> !isKnown(reference, patients, context))
                .map(reference -> Finding.at(
                        resource.fhirType() + "." + reference.getName(),
                        "The reference leads to nothing that your unit may see."));
    }

    private Stream<ResourceReferenceInfo> references(Resource resource) {
        return fhirContext.newTerser().getAllResourceReferences(resource).stream()
                .filter(reference -> reference.getResourceReference() instanceof Reference literal
                        && literal.hasReference()
                        && !literal.getReference().startsWith("#"));
    }

    private static IIdType target(ResourceReferenceInfo reference) {
        return reference.getResourceReference().getReferenceElement().toUnqualifiedVersionless();
    }

    private static boolean isKnown(ResourceReferenceInfo reference, Set<String> patients, RuleContext context) {
        boolean bySubject = patients.contains(target(reference).getValue());
        return context.resolve((Reference) reference.getResourceReference(), Resource.class)
                .filter(target -> isSeen(target, bySubject, context))
                .isPresent();
    }

    /**
     * An operation finds the patient by the identifier that the client sent, so it may be new to the unit where the
     * operation itself has put it, and in what the resource contains.
     */
    private static boolean isSeen(Resource target, boolean bySubject, RuleContext context) {
        return target instanceof MetadataResource
                || AccessLabels.isOpen(target.fhirType())
                || target instanceof Patient && (bySubject || context.actor().has(Actor.POPULATION_SCOPE))
                || context.actor()
                        .unit()
                        .filter(unit -> AccessLabels.coversAlready(target, unit))
                        .isPresent();
    }
}
