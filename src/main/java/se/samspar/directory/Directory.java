package se.samspar.directory;

import ca.uhn.fhir.context.FhirContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.ConceptDefinitionComponent;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.NamingSystem;
import org.hl7.fhir.r4.model.NamingSystem.NamingSystemIdentifierType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.CareLevels;
import se.samspar.fhir.SearchValues;
import se.samspar.fhir.generated.AccessMode;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.PrincipalType;
import se.samspar.store.ResourceStore;

/** Looks up units and what they offer. The directory is open to every unit, so nothing here asks who may see it. */
@Component
public class Directory {

    private final ResourceStore store;
    private final Set<String> hsaIdSystems;
    private final Map<String, Integer> chain;

    Directory(ResourceStore store, FhirContext fhirContext) {
        this.store = store;
        this.hsaIdSystems = PackagedResource.read(fhirContext, NamingSystem.class, "hsa-id").getUniqueId().stream()
                .map(id -> id.getType() == NamingSystemIdentifierType.OID ? "urn:oid:" + id.getValue() : id.getValue())
                .collect(Collectors.toUnmodifiableSet());
        this.chain = PackagedResource.read(fhirContext, CodeSystem.class, "care-level").getConcept().stream()
                .filter(ConceptDefinitionComponent::hasProperty)
                .collect(Collectors.toUnmodifiableMap(
                        ConceptDefinitionComponent::getCode, level -> level.getPropertyFirstRep()
                                .getValueIntegerType()
                                .getValue()));
    }

    /** Where the unit stands in the care chain; empty when it does not say, or says it in a code that is not ours. */
    public Optional<CareLevel> careLevel(Organization unit) {
        return CareLevels.of(unit);
    }

    /** The unit's place in the care chain, 0 outermost; empty for who stands outside it. */
    public Optional<Integer> placeInChain(Organization unit) {
        return careLevel(unit).map(CareLevel::code).map(chain::get);
    }

    /** Does the unit stand outside health and social care, as a school does? */
    public boolean isOutside(Reference unit) {
        return organization(unit)
                .flatMap(this::careLevel)
                .filter(CareLevel.OTHER_PARTY::equals)
                .isPresent();
    }

    /** Is the unit without access, so that others reach it by telephone or fax? */
    public boolean isManual(Reference unit) {
        return organization(unit)
                .filter(found -> access(found) == AccessMode.MANUAL)
                .isPresent();
    }

    /** How the unit takes part in the shared service. */
    private static AccessMode access(Organization unit) {
        return Optional.ofNullable(unit.getExtensionByUrl(Extensions.ACCESS))
                .map(access -> access.getExtensionByUrl("mode"))
                .map(Extension::getValue)
                .flatMap(mode -> AccessMode.of(mode.primitiveValue()))
                .orElse(AccessMode.CONNECTED);
    }

    /** Who runs the care provider of the unit; a unit that is none's stands for itself. */
    public Optional<PrincipalType> principal(Reference unit) {
        return organization(unit)
                .flatMap(found -> organization(careProvider(found)))
                .map(provider -> provider.getExtensionByUrl(Extensions.PRINCIPAL_TYPE))
                .map(Extension::getValue)
                .flatMap(type -> PrincipalType.of(type.primitiveValue()));
    }

    /** The care provider that a unit is part of; itself where it is none's. */
    public static Reference careProvider(Organization unit) {
        return unit.getPartOf().getReferenceElement().hasIdPart()
                ? unit.getPartOf()
                : new Reference(unit.getIdElement().toUnqualifiedVersionless());
    }

    /** The id of the care provider of each of these units that there are. */
    public Map<String, String> careProviders(Collection<String> units) {
        return store.inBatches(Organization.class, List.copyOf(units))
                .flatMap(List::stream)
                .collect(Collectors.toMap(
                        unit -> unit.getIdElement().getIdPart(),
                        unit -> careProvider(unit).getReferenceElement().getIdPart()));
    }

    /** The organization that a literal reference names, or one by its HSA-id alone; empty when there is none. */
    public Optional<Organization> organization(Reference reference) {
        if (reference == null) {
            return Optional.empty();
        }
        return reference.hasReference()
                ? store.find(reference, Organization.class)
                : hsaId(reference.getIdentifier()).flatMap(this::organizationByHsaId);
    }

    /** Turns a unit that is named by its HSA-id alone into a reference; its name stands here, and beside it could be another's. */
    public void resolve(Reference unit) {
        if (!unit.hasReference() && unit.hasIdentifier()) {
            organization(unit)
                    .ifPresent(found ->
                            unit.setReferenceElement(found.getIdElement().toUnqualifiedVersionless()));
        }
        if (unit.hasReference()) {
            unit.setDisplay(null);
        }
    }

    /** The organization with this HSA-id. */
    public Optional<Organization> organizationByHsaId(String hsaId) {
        return store
                .search(Organization.class, "identifier=" + SearchValues.token(IdentifierSystems.HSA_ID, hsaId))
                .stream()
                .findFirst();
    }

    /** The id of the unit that a GET operation names, as {@code Organization/id} or by HSA-id. */
    public Optional<String> unitId(String unit) {
        return unit.contains("/")
                ? Optional.of(new IdType(unit))
                        .filter(id -> "Organization".equals(id.getResourceType()))
                        .map(IdType::getIdPart)
                : organizationByHsaId(unit).map(found -> found.getIdElement().getIdPart());
    }

    /** The unit that a reference to it, or to a role at it, stands for. */
    public Optional<Organization> unitOf(Reference unitOrRole) {
        if (unitOrRole != null
                && "PractitionerRole".equals(unitOrRole.getReferenceElement().getResourceType())) {
            return store.find(unitOrRole, PractitionerRole.class).flatMap(role -> organization(role.getOrganization()));
        }
        return organization(unitOrRole);
    }

    /** The service that a reference names: a literal one, or one of this type by an identifier alone. */
    public Optional<HealthcareService> service(Reference reference) {
        if (reference.hasReference()) {
            return store.find(reference, HealthcareService.class);
        }
        return Optional.of(reference.getIdentifier())
                .filter(identifier -> "HealthcareService".equals(reference.getType()) && identifier.hasValue())
                .flatMap(identifier -> store
                        .search(
                                HealthcareService.class,
                                "identifier=" + SearchValues.token(identifier.getSystem(), identifier.getValue()))
                        .stream()
                        .findFirst());
    }

    /** The role of an employee at a unit. */
    public Optional<PractitionerRole> roleOf(String employeeHsaId, Reference unit) {
        return roles("practitioner.identifier", employeeHsaId, unit).findFirst();
    }

    /**
     * The role at a unit that a reference names: literally, or by the HSA-id of the role or of who has it, where that is
     * the only one there.
     */
    public Optional<PractitionerRole> roleAt(Reference unit, Reference role) {
        if (role.hasReference()) {
            return store.find(role, PractitionerRole.class).filter(found -> organization(found.getOrganization())
                    .filter(works -> works.getIdElement()
                            .getIdPart()
                            .equals(unit.getReferenceElement().getIdPart()))
                    .isPresent());
        }
        Map<String, PractitionerRole> found = hsaId(role.getIdentifier()).stream()
                .flatMap(id -> Stream.of("identifier", "practitioner.identifier")
                        .flatMap(parameter -> roles(parameter, id, unit)))
                .collect(Collectors.toMap(
                        named -> named.getIdElement().getIdPart(), Function.identity(), (one, same) -> one));
        return found.size() == 1 ? found.values().stream().findFirst() : Optional.empty();
    }

    private Stream<PractitionerRole> roles(String parameter, String hsaId, Reference unit) {
        String query = "active=true&organization=%s&%s=%s"
                .formatted(
                        unit.getReferenceElement().toUnqualifiedVersionless().getValue(),
                        parameter,
                        SearchValues.token(IdentifierSystems.HSA_ID, hsaId));
        return store.search(PractitionerRole.class, query).stream();
    }

    private Optional<String> hsaId(Identifier identifier) {
        return Optional.of(identifier)
                .filter(id -> !id.hasSystem() || hsaIdSystems.contains(id.getSystem()))
                .map(Identifier::getValue)
                .filter(value -> !value.isBlank());
    }

    /** Every active service on a track, or on any of ours where none is asked for, in a stable order. */
    List<HealthcareService> trackServices(Optional<String> trackCode) {
        return services("service-type=" + SearchValues.token(CodeSystems.TRACK, trackCode.orElse("")))
                .toList();
    }

    /** The organizations with these ids. */
    Map<String, Organization> organizations(Set<String> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.search(Organization.class, "_id=" + escape(String.join(",", ids))).stream()
                        .collect(Collectors.toMap(unit -> unit.getIdElement().getIdPart(), Function.identity()));
    }

    /** The active services of a unit, in a stable order. */
    public List<HealthcareService> services(Reference unit) {
        String id = unit.getReferenceElement().getIdPart();
        return id == null
                ? List.of()
                : services("organization=Organization/" + escape(id)).toList();
    }

    /** The active services of a unit on a track, in a stable order. */
    public List<HealthcareService> trackServices(String organizationId, String trackCode) {
        if (organizationId == null || trackCode == null) {
            return List.of();
        }
        return services("organization=Organization/" + escape(organizationId) + "&service-type="
                        + SearchValues.token(CodeSystems.TRACK, trackCode))
                .toList();
    }

    /** The active services of a unit on a track, with one of the specialties where any is asked for. */
    public List<HealthcareService> trackServices(String organizationId, String trackCode, List<Coding> specialties) {
        return trackServices(organizationId, trackCode).stream()
                .filter(service -> takes(service, specialties))
                .toList();
    }

    /** Does a service take requests in one of the specialties, where any is asked for? */
    public static boolean takes(HealthcareService service, List<Coding> specialties) {
        return specialties.isEmpty() || specialties.stream().anyMatch(specialty -> offers(service, specialty));
    }

    /** The first active service of a unit on a track, with one of the specialties where any is asked for. */
    public Optional<HealthcareService> trackService(String organizationId, String trackCode, List<Coding> specialties) {
        return trackServices(organizationId, trackCode, specialties).stream().findFirst();
    }

    private Stream<HealthcareService> services(String query) {
        return store.search(HealthcareService.class, "active=true&" + query).stream()
                .sorted(Comparator.comparing(service -> service.getIdElement().getIdPart()));
    }

    static boolean offers(HealthcareService service, Coding specialty) {
        return service.getSpecialty().stream()
                .flatMap(concept -> concept.getCoding().stream())
                .anyMatch(coding -> coding.hasCode()
                        && coding.getCode().equals(specialty.getCode())
                        && (!specialty.hasSystem() || specialty.getSystem().equals(coding.getSystem())));
    }

    private static String escape(String value) {
        return URLEncoder.encode(String.valueOf(value), StandardCharsets.UTF_8);
    }
}
