package se.samspar.server;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.rest.server.RestfulServer;
import ca.uhn.fhir.rest.server.method.BaseMethodBinding;
import ca.uhn.fhir.rest.server.method.OperationMethodBinding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.hl7.fhir.r4.model.OperationDefinition;
import org.hl7.fhir.r4.model.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** HAPI brings operations of its own. What has no OperationDefinition in the package is offered to nobody. */
@SamsparTest
class OperationsOfHapiTest {

    private static final String VALIDATE = "$validate";

    /** What HAPI can do, and what others know it for, whether or not this server has it. */
    private static final List<String> KNOWN = List.of(
            "$expunge",
            "$reindex",
            "$reindex-dryrun",
            "$mark-all-resources-for-reindexing",
            "$perform-reindexing-pass",
            "$get-resource-counts",
            "$meta",
            "$meta-add",
            "$meta-delete",
            "$everything",
            "$lastn",
            "$graphql",
            "$diff",
            "$process-message",
            "$export",
            "$export-poll-status",
            "$import",
            "$import-poll-status",
            "$bulk-patch",
            "$bulk-patch-rewrite-history",
            "$delete-expunge",
            "$replace-references",
            "$merge",
            "$member-match",
            "$match",
            "$trigger-subscription",
            "$reindex-terminology",
            "$hapi.fhir.replace-references",
            "$partition-management-create-partition",
            "$get-job-status",
            "CodeSystem/$upload-external-code-system",
            "CodeSystem/$apply-codesystem-delta-add",
            "CodeSystem/$apply-codesystem-delta-remove",
            "CodeSystem/$lookup",
            "CodeSystem/$validate-code",
            "CodeSystem/$subsumes",
            "CodeSystem/$find-matches",
            "ValueSet/$expand",
            "ValueSet/$validate-code",
            "ValueSet/$invalidate-expansion",
            "ConceptMap/$translate",
            "ConceptMap/$add-mapping",
            "StructureDefinition/$snapshot",
            "Composition/$document",
            "ImplementationGuide/$install",
            "Observation/$lastn",
            "Patient/$everything",
            "Patient/$summary",
            "Patient/$export",
            "Group/$export",
            "SearchParameter/$reindex",
            "Binary/$binary-access-read",
            "Binary/$binary-access-write",
            "Subscription/$trigger-subscription",
            "Measure/$data-requirements",
            "Questionnaire/$populate",
            "PlanDefinition/$apply",
            "ActivityDefinition/$apply");

    @Autowired
    SamsparApi api;

    @Autowired
    RestfulServer server;

    @Test
    void noneOfThemAnswersAUnit() {
        refusesAll(api.as("vc-dalby"));
    }

    @Test
    void norTheAdministrator() {
        refusesAll(api.asAdmin());
    }

    private void refusesAll(UnitClient client) {
        SoftAssertions all = new SoftAssertions();
        Set<String> tried = new TreeSet<>(KNOWN);
        tried.addAll(bound());
        for (String operation : tried) {
            String type = operation.replaceFirst("/?\\$.*", "");
            String name = operation.substring(operation.indexOf('$'));
            for (String path : type.isEmpty() ? List.of(name) : List.of(operation, type + "/vc-dalby/" + name)) {
                for (HttpAnswer answer : List.of(client.get(path), client.post(path, new Parameters()))) {
                    all.assertThat(answer.status()).as(path).isIn(400, 403, 404, 405);
                    all.assertThat(answer.body())
                            .as(path)
                            .contains("OperationOutcome")
                            .doesNotContain("Exception");
                }
            }
        }
        all.assertAll();
    }

    /** Operations that have a method to answer them and no definition of ours, as {@code Type/$name}. */
    private Set<String> bound() {
        Set<String> ours =
                api.asNobody().get("OperationDefinition").expect(200).entries(OperationDefinition.class).stream()
                        .map(definition -> definition.getResource().get(0).getCode() + "/$" + definition.getCode())
                        .collect(Collectors.toSet());
        Stream<String> ofTypes = server.createConfiguration().getResourceBindings().stream()
                .flatMap(binding ->
                        names(binding.getMethodBindings()).map(name -> binding.getResourceName() + "/" + name));
        Stream<String> ofServer = names(server.createConfiguration().getServerBindings());
        Set<String> found = Stream.concat(ofTypes, ofServer).collect(Collectors.toSet());
        assertThat(found).contains("Patient/$meta").containsAll(ours);
        found.removeAll(ours);
        found.removeIf(operation -> operation.endsWith(VALIDATE));
        return found;
    }

    private static Stream<String> names(List<BaseMethodBinding> methods) {
        return methods.stream()
                .filter(OperationMethodBinding.class::isInstance)
                .map(method -> ((OperationMethodBinding) method).getName());
    }
}
