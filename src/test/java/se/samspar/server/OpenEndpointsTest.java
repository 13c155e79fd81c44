package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleLinkComponent;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

@SamsparTest
class OpenEndpointsTest {

    @Autowired
    SamsparApi api;

    @Test
    void anyoneReadsTheCapabilityStatement() {
        assertThat(api.asNobody()
                        .get("metadata")
                        .expect(200)
                        .resource(CapabilityStatement.class)
                        .getFhirVersion()
                        .toCode())
                .isEqualTo("4.0.1");
    }

    @Test
    void theCapabilityStatementSaysWhoseServerThisIsAndWhatItOffers() {
        CapabilityStatement statement = api.asNobody().get("metadata").resource(CapabilityStatement.class);

        assertThat(statement.getName()).isEqualTo("Samspar");
        assertThat(statement.getPublisher()).isEqualTo("Samspår");
        assertThat(statement.getSoftware().getVersion()).isEqualTo("0.1.0");
        assertThat(statement.getRestFirstRep().getInteraction())
                .extracting(interaction -> interaction.getCode().toCode())
                .containsExactlyInAnyOrder("transaction", "batch");
        assertThat(resource(statement, "ServiceRequest").getSupportedProfile())
                .isNotEmpty()
                .allSatisfy(profile -> assertThat(search("StructureDefinition?url=" + profile.getValue())
                                .getEntry())
                        .hasSize(1));
        assertThat(resource(statement, "Patient").getDocumentation()).contains("$submit");
        assertThat(resource(statement, "RelatedPerson").getDocumentation()).contains("sees the patient");
        assertThat(resource(statement, "ValueSet").getSearchParam())
                .extracting(parameter -> parameter.getName())
                .isSubsetOf("_id", "url", "name", "status");
        assertThat(resource(statement, "AuditEvent").getSearchParam())
                .extracting(parameter -> parameter.getName())
                .containsExactlyInAnyOrder("patient", "date", "agent", "purpose-of-use", "outcome");
        assertThat(resource(statement, "Provenance").getInteraction())
                .extracting(interaction -> interaction.getCode().toCode())
                .doesNotContain("create", "update", "patch");
    }

    @Test
    void whatIsWrittenByTheServerAloneIsOfferedToNobody() {
        CapabilityStatement statement = api.asNobody().get("metadata").resource(CapabilityStatement.class);
        for (String type : List.of("EpisodeOfCare", "Provenance", "AuditEvent")) {
            assertThat(interactions(statement, type)).doesNotContain("create", "update", "patch");
            assertThat(resource(statement, type).getDocumentation()).startsWith("Written by the server only");
        }
        assertThat(interactions(statement, "Task")).doesNotContain("create").contains("update", "patch");
        assertThat(resource(statement, "Task").getDocumentation()).contains("add notes");
        assertThat(statement.getRestFirstRep().getResource())
                .filteredOn(
                        resource -> !interactions(statement, resource.getType()).contains("create"))
                .allSatisfy(resource -> assertThat(api.as("sus-ortopedi")
                                .post(resource.getType(), "{\"resourceType\":\"" + resource.getType() + "\"}")
                                .status())
                        .as(resource.getType())
                        .isIn(400, 403, 405, 422));
    }

    private static List<String> interactions(CapabilityStatement statement, String type) {
        return resource(statement, type).getInteraction().stream()
                .map(interaction -> interaction.getCode().toCode())
                .toList();
    }

    private static CapabilityStatementRestResourceComponent resource(CapabilityStatement statement, String type) {
        return statement.getRestFirstRep().getResource().stream()
                .filter(resource -> resource.getType().equals(type))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anyoneReadsTheRuleCatalogue() {
        assertThat(api.asNobody().read(CodeSystem.class, "rule").getConcept()).isNotEmpty();
    }

    @Test
    void everyOperationOfTheCapabilityStatementHasADefinitionToRead() {
        List<OperationDefinition> found =
                api.asNobody().get("OperationDefinition").expect(200).entries(OperationDefinition.class);

        assertThat(found).isNotEmpty().allSatisfy(definition -> {
            String id = definition.getIdElement().getIdPart();
            assertThat(api.asNobody().read(OperationDefinition.class, id).getUrl())
                    .isEqualTo(definition.getUrl());
        });
        assertThat(found.stream().map(OperationDefinition::getUrl))
                .containsAll(ownOperationsOfTheCapabilityStatement());
        assertThat(api.asNobody()
                        .get("OperationDefinition/ServiceRequest-t-submit")
                        .status())
                .isEqualTo(404);
    }

    private List<String> ownOperationsOfTheCapabilityStatement() {
        return api
                .asNobody()
                .get("metadata")
                .resource(CapabilityStatement.class)
                .getRestFirstRep()
                .getResource()
                .stream()
                .flatMap(resource -> resource.getOperation().stream())
                .map(operation -> operation.getDefinition())
                .filter(url -> !url.startsWith("http://hl7.org/"))
                .toList();
    }

    @Test
    void conformanceResourcesComeAllAtOnceOrPageByPage() {
        Bundle all = api.asNobody().get("StructureDefinition").expect(200).resource(Bundle.class);
        assertThat(all.getEntry()).hasSize(all.getTotal()).hasSizeGreaterThan(20);
        assertThat(all.getLink("next")).isNull();

        List<String> paged = new ArrayList<>();
        String next = "StructureDefinition?_count=10";
        while (next != null) {
            Bundle page = api.asNobody().get(next).expect(200).resource(Bundle.class);
            assertThat(page.getEntry()).hasSizeLessThanOrEqualTo(10);
            page.getEntry().forEach(entry -> paged.add(entry.getFullUrl()));
            next = page.getLink("next") == null
                    ? null
                    : page.getLink("next").getUrl().replaceFirst(".*/fhir/", "");
        }
        assertThat(paged)
                .containsExactlyElementsOf(all.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getFullUrl)
                        .toList());
    }

    @Test
    void anyoneDownloadsThePackage() {
        assertThat(api.asNobody().get("package.tgz").status()).isEqualTo(200);
    }

    @Test
    void nobodyReadsPatientDataOrTheDirectoryWithoutAToken() {
        assertThat(api.asNobody().get("Patient").status()).isEqualTo(401);
        assertThat(api.asNobody().get("Organization").status()).isEqualTo(401);
        assertThat(api.asNobody().post("ServiceRequest/$submit", "{}").status()).isEqualTo(401);
        assertThat(api.asNobody().get("Patient").outcome().getIssueFirstRep().getDiagnostics())
                .contains("token");
    }

    @Test
    void nobodyWritesConformanceResourcesWithoutAToken() {
        assertThat(api.asNobody().put("CodeSystem/rule", new CodeSystem()).status())
                .isEqualTo(401);
    }

    /** A client that followed a link, or sent its secret, to an address that another put into a header would be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.example", "Forwarded: host=evil.example;proto=https"})
    void addressesAreThoseThatWereConfigured(String header) {
        assertThat(api.asNobody().get(".well-known/smart-configuration", header).body())
                .contains("\"token_endpoint\":\"" + SamsparTest.PUBLIC_ADDRESS + "/oauth2/token\"")
                .doesNotContain("evil");
        assertThat(api.as("vc-dalby")
                        .get("Organization?_count=1", header)
                        .resource(Bundle.class)
                        .getLink())
                .extracting(BundleLinkComponent::getUrl)
                .hasSizeGreaterThan(1)
                .allMatch(url -> url.startsWith(SamsparTest.PUBLIC_ADDRESS + "/fhir"));
        assertThat(api.asNobody().get("metadata", header).body())
                .contains(SamsparTest.PUBLIC_ADDRESS)
                .doesNotContain("evil");
    }

    private Bundle search(String query) {
        return api.asNobody().get(query).expect(200).resource(Bundle.class);
    }
}
