package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.OperationDefinition;
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
}
