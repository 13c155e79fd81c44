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
import org.hl7.fhir.instance.model.api.IBaseConformance;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IIdType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationDefinition;
import se.samspar.security.RecordAccess;

/** The CapabilityStatement says what this server offers, and nothing that the guards would refuse. */
class Capabilities extends JpaCapabilityStatementProvider {

    private static final String VALIDATE = "http://hl7.org/fhir/OperationDefinition/Resource-validate";

    private static final Set<TypeRestfulInteraction> OFFERED = EnumSet.of(
            TypeRestfulInteraction.READ,
            TypeRestfulInteraction.VREAD,
            TypeRestfulInteraction.HISTORYINSTANCE,
            TypeRestfulInteraction.SEARCHTYPE,
            TypeRestfulInteraction.CREATE,
            TypeRestfulInteraction.UPDATE,
            TypeRestfulInteraction.PATCH);

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
        statement.getSoftware().setName("Samspår");
        statement.setPatchFormat(List.of(new CodeType(Constants.CT_JSON_PATCH)));
        statement.getRest().forEach(this::narrow);
        return statement;
    }

    /** HAPI would make one up from the Java method, under an id of its own. */
    @Override
    public IBaseResource readOperationDefinition(IIdType id, RequestDetails request) {
        return operationDefinitions.read(new IdType(id.getIdPart()));
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
        rest.getInteraction()
                .removeIf(interaction -> interaction.getCode() != SystemRestfulInteraction.TRANSACTION
                        && interaction.getCode() != SystemRestfulInteraction.BATCH);
        rest.getResource().forEach(this::narrow);
    }

    private void narrow(CapabilityStatementRestResourceComponent resource) {
        String type = resource.getType();
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
        if (ResourceTypes.SERVED.contains(type)) {
            resource.addOperation().setName("validate").setDefinition(VALIDATE);
        }
    }
}
