package se.samspar.demo;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Location;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.samspar.fhir.PersonalIdentity;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.Track;
import se.samspar.support.ProfileValidator;

/** What the demo Bundles hold (DSK-3), and that it keeps to our profiles. */
class DemoRegionTest {

    private static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final List<Resource> REGION = DemoRegion.read(FHIR).toList();

    @Test
    void everyResourceKeepsToTheProfileItNames() throws IOException {
        FhirValidator validator = ProfileValidator.ofThePackage();
        assertThat(REGION).allSatisfy(resource -> {
            ValidationResult result = validator.validateWithResult(resource);
            assertThat(result.getMessages())
                    .as(resource.getId())
                    .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.WARNING) > 0)
                    .extracting(SingleValidationMessage::getMessage)
                    .isEmpty();
        });
        assertThat(REGION)
                .filteredOn(resource -> !(resource instanceof Location))
                .allMatch(resource -> resource.getMeta().hasProfile());
    }

    @Test
    void everyParticipantIsThereUnderItsSlug() {
        assertThat(of(Organization.class).filter(DemoRegionTest::isConnected))
                .extracting(unit -> unit.getIdElement().getIdPart())
                .containsExactlyInAnyOrderElementsOf(DemoUnits.SLUGS);
        assertThat(of(Organization.class).filter(DemoRegionTest::isConnected))
                .allSatisfy(unit -> assertThat(unit.getIdentifierFirstRep().getValue())
                        .isEqualTo(DemoUnits.hsaId(unit.getIdElement().getIdPart())));
    }

    private static boolean isConnected(Organization unit) {
        return unit.getExtensionsByUrl(Extensions.ACCESS).stream().anyMatch(access -> access.getExtensionByUrl("mode")
                .getValue()
                .primitiveValue()
                .equals("connected"));
    }

    @Test
    void everyUnitHasStaffAndAPlace() {
        assertThat(DemoUnits.SLUGS).allSatisfy(slug -> {
            String reference = "Organization/" + slug;
            assertThat(of(PractitionerRole.class)
                            .filter(PractitionerRole::hasPractitioner)
                            .filter(role ->
                                    role.getOrganization().getReference().equals(reference)))
                    .hasSize(4);
            assertThat(of(Location.class).filter(place -> place.getManagingOrganization()
                            .getReference()
                            .equals(reference)))
                    .hasSize(1);
        });
    }

    @Test
    void everyClinicOffersTheDigitalConsultationAndReferrals() {
        assertThat(DemoUnits.SLUGS.stream().filter(slug -> slug.startsWith("sus-") || slug.startsWith("trelleborg-")))
                .isNotEmpty()
                .allSatisfy(slug -> assertThat(tracksOf(slug))
                        .contains(Track.DIGITAL_SPECIALISTKONSULTATION.code(), Track.ELEKTIV_REMISS.code()));
    }

    @Test
    void everyHealthCentreIsReachedAndTakesPatientsBack() {
        assertThat(DemoUnits.SLUGS.stream().filter(slug -> slug.startsWith("vc-")))
                .isNotEmpty()
                .allSatisfy(slug -> assertThat(tracksOf(slug))
                        .contains(Track.TILLGANGLIG_PRIMARVARD.code(), Track.UTREMITTERING.code()));
        assertThat(tracksOf("vc-dalby")).contains(Track.ELEKTIV_REMISS.code());
    }

    @Test
    void whomATokenNamesWorksAtItsUnit() {
        assertThat(DemoUnits.SLUGS).allSatisfy(slug -> {
            Practitioner employee = of(Practitioner.class)
                    .filter(person -> person.getIdentifierFirstRep().getValue().equals(DemoUnits.employee(slug)))
                    .findFirst()
                    .orElseThrow();
            assertThat(of(PractitionerRole.class).filter(role -> ("Practitioner/" + employee.getIdPart())
                            .equals(role.getPractitioner().getReference())))
                    .singleElement()
                    .extracting(role -> role.getOrganization().getReference())
                    .isEqualTo("Organization/" + slug);
        });
    }

    /** A code that the fragments lack comes with a warning at each request that is made of the demo's. */
    @Test
    void theConditionsOfTheTracksAreKnownCodes() {
        CodeSystem diagnoses = packaged(CodeSystem.class, "icd-10-se");
        assertThat(Track.values())
                .flatExtracting(track ->
                        packaged(ActivityDefinition.class, track.code()).getExtensionsByUrl(Extensions.TRACK_CONDITION))
                .isNotEmpty()
                .extracting(condition -> ((Coding) condition.getValue()))
                .allSatisfy(condition -> assertThat(diagnoses.getConcept())
                        .filteredOn(concept -> concept.getCode().equals(condition.getCode()))
                        .singleElement()
                        .extracting(CodeSystem.ConceptDefinitionComponent::getDisplay)
                        .isEqualTo(condition.getDisplay()));
    }

    private static <T extends Resource> T packaged(Class<T> type, String id) {
        String name = "/package/%s-%s.json".formatted(type.getSimpleName(), id);
        return FHIR.newJsonParser().parseResource(type, DemoRegionTest.class.getResourceAsStream(name));
    }

    @ParameterizedTest
    @EnumSource
    void everyTrackIsOfferedSomewhere(Track track) {
        assertThat(DemoUnits.SLUGS)
                .anySatisfy(slug -> assertThat(tracksOf(slug)).contains(track.code()));
    }

    private static List<String> tracksOf(String slug) {
        return of(HealthcareService.class)
                .filter(service -> service.getProvidedBy().getReference().equals("Organization/" + slug))
                .map(service -> service.getTypeFirstRep().getCodingFirstRep().getCode())
                .toList();
    }

    @Test
    void professionsDifferByCode() {
        assertThat(of(PractitionerRole.class)
                        .filter(PractitionerRole::hasPractitioner)
                        .filter(role -> role.getCodeFirstRep().hasCoding())
                        .collect(Collectors.groupingBy(
                                role -> role.getCodeFirstRep().getText(),
                                Collectors.mapping(
                                        role -> role.getCodeFirstRep()
                                                .getCodingFirstRep()
                                                .getCode(),
                                        Collectors.toSet()))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Läkare", Set.of("309343006"),
                        "Medicinsk sekreterare", Set.of("224608005"),
                        "Sjuksköterska", Set.of("224535009")));
    }

    @Test
    void everyReferenceIsToSomethingEarlierInTheBundles() {
        Set<String> seen = new HashSet<>();
        for (Resource resource : REGION) {
            FHIR.newTerser()
                    .getAllPopulatedChildElementsOfType(resource, org.hl7.fhir.r4.model.Reference.class)
                    .forEach(reference -> assertThat(seen).as(resource.getId()).contains(reference.getReference()));
            assertThat(seen.add(
                            resource.fhirType() + "/" + resource.getIdElement().getIdPart()))
                    .isTrue();
        }
    }

    @Test
    void everyPatientHasATestNumberAndIsMarkedAsDemo() {
        assertThat(of(Patient.class)).hasSizeGreaterThan(5).allSatisfy(patient -> {
            var identifier = patient.getIdentifierFirstRep();
            assertThat(PersonalIdentity.isPersonnummer(identifier.getValue())
                            || identifier.getSystem().equals(IdentifierSystems.SAMORDNINGSNUMMER)
                                    && PersonalIdentity.isSamordningsnummer(identifier.getValue()))
                    .as(identifier.getValue())
                    .isTrue();
            assertThat(identifier.getValue()).matches("191212121212|[0-9]{8}9[89][0-9]{2}");
            assertThat(patient.getMeta().getSecurityFirstRep().getCode()).isEqualTo("DEMO");
        });
        assertThat(of(Patient.class))
                .anyMatch(patient -> patient.getIdentifierFirstRep().getValue().equals("191212121212"));
    }

    @Test
    void everyPractitionerIsKnownByAnHsaId() {
        assertThat(of(Practitioner.class)).allSatisfy(practitioner -> assertThat(
                        practitioner.getIdentifierFirstRep().getValue())
                .isEqualTo(DemoUnits.hsaId(practitioner.getIdElement().getIdPart())));
    }

    private static <T extends Resource> Stream<T> of(Class<T> type) {
        return REGION.stream().filter(type::isInstance).map(type::cast);
    }
}
