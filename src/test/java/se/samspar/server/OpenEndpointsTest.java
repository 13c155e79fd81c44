package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CodeSystem;
import org.junit.jupiter.api.Test;
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
    void everyDefinitionThatTheServerNamesIsThereToRead() {
        Bundle operations = search("OperationDefinition");

        assertThat(operations.getEntry()).hasSizeGreaterThan(10).allSatisfy(entry -> api.asNobody()
                .get("OperationDefinition/" + entry.getResource().getIdElement().getIdPart())
                .expect(200));
        api.asNobody().get("OperationDefinition/no-such-operation").expect(404);
    }

    @Test
    void aSearchForDefinitionsFindsThemAllByOnePageOrMore() {
        Bundle all = search("StructureDefinition");
        assertThat(all.getEntry()).hasSizeGreaterThan(30).hasSize(all.getTotal());
        assertThat(all.getLink("next")).isNull();

        List<String> found = new ArrayList<>();
        Bundle page = search("StructureDefinition?_count=15");
        while (true) {
            assertThat(page.getEntry()).hasSizeBetween(1, 15);
            page.getEntry().forEach(entry -> found.add(entry.getFullUrl()));
            if (page.getLink("next") == null) {
                break;
            }
            page = search(page.getLink("next").getUrl().replaceFirst(".*/fhir/?", ""));
        }
        assertThat(found).doesNotHaveDuplicates().hasSize(all.getTotal());
    }

    private Bundle search(String query) {
        return api.asNobody().get(query).expect(200).resource(Bundle.class);
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
        assertThat(resource(statement, "ValueSet").getSearchParam())
                .extracting(parameter -> parameter.getName())
                .isSubsetOf("_id", "url", "name", "status");
        assertThat(resource(statement, "Provenance").getInteraction())
                .extracting(interaction -> interaction.getCode().toCode())
                .doesNotContain("create", "update", "patch");
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
}
