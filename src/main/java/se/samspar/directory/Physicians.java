package se.samspar.directory;

import ca.uhn.fhir.context.FhirContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Practitioner.PractitionerQualificationComponent;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ValueSet;
import org.springframework.stereotype.Component;
import se.samspar.store.Records;

/** Who is a physician, by the codes of {@code ValueSet/physician}. */
@Component
public class Physicians {

    private final List<Coding> codes;
    private final Set<String> systems;

    Physicians(FhirContext fhirContext) {
        codes = PackagedResource.read(fhirContext, ValueSet.class, "physician").getCompose().getInclude().stream()
                .flatMap(include -> include.getConcept().stream()
                        .map(concept -> new Coding(include.getSystem(), concept.getCode(), null)))
                .toList();
        systems = codes.stream().map(Coding::getSystem).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * May the person, or whoever has the role, be a physician? Not where a code says another profession; whoever has no
     * code that says one may be.
     */
    public boolean mayBe(Reference person, Records records) {
        List<Coding> professions = concepts(person, records)
                .flatMap(concept -> concept.getCoding().stream())
                .filter(coding -> systems.contains(coding.getSystem()))
                .toList();
        return professions.isEmpty() || professions.stream().anyMatch(this::isPhysician);
    }

    private static Stream<CodeableConcept> concepts(Reference person, Records records) {
        Optional<PractitionerRole> role = records.find(person, PractitionerRole.class);
        return Stream.concat(
                role.stream().flatMap(found -> found.getCode().stream()),
                records.find(person, Practitioner.class).stream()
                        .flatMap(found -> found.getQualification().stream())
                        .map(PractitionerQualificationComponent::getCode));
    }

    private boolean isPhysician(Coding coding) {
        return codes.stream()
                .anyMatch(code -> code.getSystem().equals(coding.getSystem())
                        && code.getCode().equals(coding.getCode()));
    }
}
