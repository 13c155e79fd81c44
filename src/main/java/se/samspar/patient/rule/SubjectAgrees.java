package se.samspar.patient.rule;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.util.ResourceReferenceInfo;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.Same;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * Two readers of one reference, one by its literal part and one by its identifier, must come to the same person. What
 * stood there before is left alone: a patient's identifiers change with time.
 */
@RuleInfo(
        code = "subject-agrees",
        severity = Severity.BLOCK,
        requirement = "ALL-2",
        remedy = "Refer to the patient's record, without identifier or with one that the record has.")
final class SubjectAgrees implements Rule<Resource> {

    private final FhirContext fhirContext;

    SubjectAgrees(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        List<ResourceReferenceInfo> doubled = doubled(resource).toList();
        if (doubled.isEmpty()) {
            return Stream.empty();
        }
        Set<String> before = context.previous(resource).stream()
                .flatMap(this::doubled)
                .map(reference -> claim(of(reference)))
                .collect(Collectors.toSet());
        return doubled.stream()
                .filter(reference -> !before.contains(claim(of(reference))))
                .filter(reference -> !agrees(of(reference), context))
                .map(reference -> Finding.at(
                        resource.fhirType() + "." + reference.getName(),
                        "The identifier is not one of the patient that the reference leads to."));
    }

    /** References that name a patient twice; a contained patient is a second name for whoever the resource is about. */
    private Stream<ResourceReferenceInfo> doubled(Resource resource) {
        return fhirContext.newTerser().getAllResourceReferences(resource).stream()
                .filter(reference -> isContained(of(reference), resource)
                        || of(reference).hasIdentifier() && isToPatient(of(reference)));
    }

    private static boolean isContained(Reference reference, Resource resource) {
        return reference.hasReference()
                && reference.getReference().startsWith("#")
                && resource instanceof DomainResource container
                && container.getContained().stream()
                        .filter(Patient.class::isInstance)
                        .map(patient ->
                                StringUtils.removeStart(patient.getIdElement().getIdPart(), "#"))
                        .anyMatch(reference.getReference().substring(1)::equals);
    }

    private static boolean isToPatient(Reference reference) {
        return "Patient".equals(reference.getReferenceElement().getResourceType());
    }

    private static boolean agrees(Reference reference, RuleContext context) {
        return isToPatient(reference)
                && context.resolve(reference, Patient.class).stream()
                        .flatMap(patient -> patient.getIdentifier().stream())
                        .anyMatch(known -> Same.isSame(known, reference.getIdentifier()));
    }

    private static String claim(Reference reference) {
        return String.join(
                " ",
                reference.getReferenceElement().toUnqualifiedVersionless().getValue(),
                reference.getIdentifier().getSystem(),
                reference.getIdentifier().getValue());
    }

    private static Reference of(ResourceReferenceInfo reference) {
        return (Reference) reference.getResourceReference();
    }
}
