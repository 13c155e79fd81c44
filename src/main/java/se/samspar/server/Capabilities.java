package se.samspar.server;

import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.dao.IFhirSystemDao;
import ca.uhn.fhir.jpa.provider.JpaCapabilityStatementProvider;
import ca.uhn.fhir.rest.api.Constants;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.util.ISearchParamRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.r4.model.StructureDefinition.StructureDefinitionKind;
import se.samspar.fhir.SubscriptionTopics;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.security.RecordAccess;

/** The CapabilityStatement says what this server offers, and nothing that the guards would refuse. */
class Capabilities extends JpaCapabilityStatementProvider {

    private static final String VALIDATE = "http://hl7.org/fhir/OperationDefinition/Resource-validate";

    /** By which the guide Subscriptions R5 Backport lists topics in R4. */
    private static final String TOPIC = "http://hl7.org/fhir/uv/subscriptions-backport/StructureDefinition/"
            + "capabilitystatement-subscriptiontopic-canonical";

    private static final Set<TypeRestfulInteraction> OFFERED = EnumSet.of(
            TypeRestfulInteraction.READ,
            TypeRestfulInteraction.VREAD,
            TypeRestfulInteraction.HISTORYINSTANCE,
            TypeRestfulInteraction.SEARCHTYPE,
            TypeRestfulInteraction.CREATE,
            TypeRestfulInteraction.UPDATE,
            TypeRestfulInteraction.PATCH);

    private static final Set<TypeRestfulInteraction> WRITING =
            EnumSet.of(TypeRestfulInteraction.CREATE, TypeRestfulInteraction.UPDATE, TypeRestfulInteraction.PATCH);

    /** Where not every unit that sees a type also writes it. */
    private static final Map<Set<String>, String> WRITERS = Map.ofEntries(
            Map.entry(
                    Set.of("Patient"),
                    "Written by clients with the scope samspar/population; units send the patient with"
                            + " ServiceRequest/$submit and CarePlan/$open-case."),
            Map.entry(
                    Set.of("Organization", "Location", "Practitioner", "PractitionerRole", "Measure"),
                    "Written by clients with the scope samspar/admin."),
            Map.entry(
                    Set.of("HealthcareService"),
                    "Written by clients with the scope samspar/admin; a unit updates hours and contacts of its own"
                            + " services."),
            Map.entry(
                    Set.of("Task"),
                    "Made and moved by the server; by plain REST its owner and its requester add notes."),
            Map.entry(
                    Set.of("Communication"),
                    "A message of a case is sent by a party, with CarePlan/$send or by plain REST, and stays as it was"
                            + " sent; an answer to a request is written by the server only, with"
                            + " ServiceRequest/$answer."),
            Map.entry(
                    Set.of("CarePlan"),
                    "A case is written by its initiating unit, the planning and the coordinated plan of a case by its"
                            + " parties. A started pathway is written by operations; the responsible unit fills in how its"
                            + " activities go."),
            Map.entry(Set.of("CareTeam"), "Written by the parties of the case, each for its own contacts."),
            Map.entry(
                    Set.of("Consent"),
                    "Recorded and taken back by a party of the case, a block by a unit of its source; what was decided stays,"
                            + " and Consent/$verify says who has made sure of it."),
            Map.entry(
                    Set.of("EpisodeOfCare"),
                    "Written by the server only: a care commitment when a request is accepted, ended when it is"
                            + " answered, returned or cancelled."),
            Map.entry(
                    Set.of("AdverseEvent"),
                    "Reported by a unit that sees what went wrong; afterwards AdverseEvent/$answer alone adds to it."),
            Map.entry(
                    Set.of("Observation"),
                    "Sent by the units of the started pathway that asks for the value; corrected by the unit that it names as"
                            + " performer."),
            Map.entry(
                    Set.of("PlanDefinition"),
                    "Drafts are written by clients with the scope samspar/admin; the operations move a pathway through"
                            + " its life cycle."),
            Map.entry(
                    Set.of("QuestionnaireResponse"),
                    "Recorded by a unit that took part; afterwards it is only marked as entered-in-error."),
            Map.entry(
                    Set.of("Subscription"),
                    "Written by the unit whose it is, by rest-hook and on the topics named here; the server sets active"
                            + " and error."),
            Map.entry(Set.of("RelatedPerson"), "Written by a unit that sees the patient."),
            Map.entry(
                    Set.of("AuditEvent"),
                    "Written by the server only: the access log, for a unit's reviewer (scope samspar/log-review) and for"
                            + " the patient (patient/AuditEvent.rs)."),
            Map.entry(
                    Set.of("MeasureReport"),
                    "Written by the server only, once a reporting period has ended: a unit's own figures, and those of the"
                            + " region; of each organization for the scope samspar/admin."),
            Map.entry(
                    Set.of("Provenance"),
                    "Written by the server only: for each rule that a justification set aside, each verified"
                            + " registration, and each event of a case."));

    private static final Set<String> OF_ACCESS_LOG = Set.of("patient", "date", "agent", "purpose-of-use", "outcome");

    private static final Set<String> WRITTEN_BY_SERVER =
            Set.of("EpisodeOfCare", "Provenance", "AuditEvent", "MeasureReport");

    private final String version;
    private final Map<String, List<StructureDefinition>> profilesByType;
    private final PackageProvider operationDefinitions;
    private final Map<String, List<OperationDefinition>> operationsByType;

    Capabilities(
            RestfulServer server,
            IFhirSystemDao<?, ?> systemDao,
            JpaStorageSettings settings,
            ISearchParamRegistry searchParameters,
            IValidationSupport validationSupport,
            FhirPackage fhirPackage) {
        super(server, systemDao, settings, searchParameters, validationSupport);
        setIncludeResourceCounts(false);
        setImplementationDescription("Samspår");
        setPublisher("Samspår");
        version = fhirPackage.version();
        profilesByType = fhirPackage.own().stream()
                .filter(StructureDefinition.class::isInstance)
                .map(StructureDefinition.class::cast)
                .filter(profile -> profile.getKind() == StructureDefinitionKind.RESOURCE)
                .collect(Collectors.groupingBy(StructureDefinition::getType));
        operationDefinitions = new PackageProvider(OperationDefinition.class, fhirPackage);
        operationsByType = fhirPackage.own().stream()
                .filter(OperationDefinition.class::isInstance)
                .map(OperationDefinition.class::cast)
                .collect(Collectors.groupingBy(
                        operation -> operation.getResource().get(0).getCode()));
    }

    @Override
    public IBaseConformance getServerConformance(HttpServletRequest request, RequestDetails details) {
        CapabilityStatement statement = (CapabilityStatement) super.getServerConformance(request, details);
        statement.setName("Samspar").setTitle("Samspår");
        statement.getSoftware().setName("Samspår").setVersion(version);
        statement.getFormat().removeIf(format -> format.getValue().matches(".*(turtle|ttl)"));
        statement.setPatchFormat(List.of(new CodeType(Constants.CT_JSON_PATCH)));
        statement.getRest().forEach(this::narrow);
        return statement;
    }

    /** HAPI takes this read to itself, for definitions that it makes up of its own. */
    @Override
    public IBaseResource readOperationDefinition(IIdType id, RequestDetails details) {
        return operationDefinitions.read(new IdType(id.getValue()));
    }

    private void narrow(CapabilityStatementRestComponent rest) {
        rest.getSecurity()
                .setDescription("OAuth 2 bearer tokens with SMART v2 scopes and the unit acted for; see"
                        + " .well-known/smart-configuration.")
                .addService()
                .addCoding()
                .setSystem("http://terminology.hl7.org/CodeSystem/restful-security-service")
                .setCode("SMART-on-FHIR");
        rest.setOperation(null);
        rest.setInteraction(null);
        List.of(SystemRestfulInteraction.TRANSACTION, SystemRestfulInteraction.BATCH)
                .forEach(offered -> rest.addInteraction().setCode(offered));
        rest.getResource().forEach(this::narrow);
    }

    private void narrow(CapabilityStatementRestResourceComponent resource) {
        String type = resource.getType();
        boolean packaged = ResourceTypes.PACKAGED.contains(type);
        profilesByType.getOrDefault(type, List.of()).forEach(profile -> resource.addSupportedProfile(profile.getUrl()));
        WRITERS.forEach((types, who) -> {
            if (types.contains(type)) {
                resource.setDocumentation(who);
            }
        });
        if (WRITTEN_BY_SERVER.contains(type)) {
            resource.getInteraction().removeIf(interaction -> WRITING.contains(interaction.getCode()));
        }
        if (type.equals("Task")) {
            resource.getInteraction().removeIf(interaction -> interaction.getCode() == TypeRestfulInteraction.CREATE);
            resource.setConditionalCreateElement(null);
        }
        if (packaged || WRITTEN_BY_SERVER.contains(type)) {
            resource.setConditionalCreateElement(null).setConditionalUpdateElement(null);
        }
        if (packaged || type.equals("AuditEvent")) { // not searched in HAPI's storage
            Set<String> offered = packaged ? PackageProvider.PARAMETERS : OF_ACCESS_LOG;
            resource.getSearchParam().removeIf(parameter -> !offered.contains(parameter.getName()));
            resource.setSearchInclude(null).setSearchRevInclude(null);
        }
        resource.getInteraction().removeIf(interaction -> !OFFERED.contains(interaction.getCode()));
        resource.setConditionalDelete(null);
        resource.getSearchParam().removeIf(parameter -> RecordAccess.REFUSED_PARAMETERS.contains(parameter.getName()));
        if (resource.getInteraction().stream()
                .noneMatch(interaction -> interaction.getCode() == TypeRestfulInteraction.SEARCHTYPE)) {
            resource.setSearchParam(null).setSearchInclude(null).setSearchRevInclude(null);
        }
        resource.setOperation(null);
        operationsByType.getOrDefault(type, List.of()).forEach(operation -> resource.addOperation()
                .setName(operation.getCode())
                .setDefinition(operation.getUrl()));
        if (type.equals("Subscription")) {
            Stream.of(SubscriptionTopic.values())
                    .map(topic -> new CanonicalType(SubscriptionTopics.canonical(topic)))
                    .forEach(topic -> resource.addExtension(TOPIC, topic));
        }
        if (ResourceTypes.SERVED.contains(type)) {
            resource.addOperation().setName("validate").setDefinition(VALIDATE);
        }
    }
}
