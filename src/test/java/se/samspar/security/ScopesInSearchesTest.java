package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A token for work items tells nothing of what they lead to. */
@SamsparTest
class ScopesInSearchesTest {

    private static final String BOTH_WAYS = "&_include=*&_include:iterate=*&_revinclude=*";

    @Autowired
    SamsparApi api;

    private UnitClient workList;
    private String task;

    @BeforeEach
    void dalbySendsTwoRequests() {
        workList = api.as("vc-dalby", "system/Task.rs");
        submit();
        task = submit();
    }

    private String submit() {
        return api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(Task.class)
                .getIdElement()
                .getIdPart();
    }

    @Test
    void includesBringOnlyWhatTheTokenMayRead() {
        assertThat(types(workList.get("Task?_id=" + task + BOTH_WAYS))).containsOnly("Task");
        assertThat(types(workList.post(
                        "Task/_search", "_id=" + task + BOTH_WAYS, "Content-Type: application/x-www-form-urlencoded")))
                .containsOnly("Task");
        assertThat(types(api.as("vc-dalby").get("Task?_id=" + task + BOTH_WAYS)))
                .contains("Task", "Patient", "ServiceRequest", "Organization");
    }

    @Test
    void includesInABatchBringOnlyWhatTheTokenMayRead() {
        Bundle batch = new Bundle().setType(BundleType.BATCH);
        batch.addEntry().getRequest().setMethod(HTTPVerb.GET).setUrl("Task?_id=" + task + BOTH_WAYS);

        HttpAnswer answer = workList.post("", batch).expect(200);

        assertThat(answer.entries(Bundle.class).get(0).getEntry())
                .extracting(entry -> entry.getResource().fhirType())
                .containsOnly("Task");
    }

    @Test
    void thePagesThatFollowBringOnlyWhatTheTokenMayRead() {
        String next = nextPage(workList.get("Task?_count=1&_include=Task:patient"));

        assertThat(types(workList.get(next))).containsOnly("Task");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "patient.family=Testsson",
                "patient:Patient.identifier=19121212-1212",
                "owner.name=Ortopedi",
                "owner:Organization.name=Ortopedi"
            })
    void chainsNeedTheScopeOfWhatTheyLeadTo(String chain) {
        assertThat(workList.get("Task?" + chain).status()).isEqualTo(403);
        assertThat(api.as("vc-dalby").get("Task?" + chain).status()).isEqualTo(200);
    }

    private static String nextPage(HttpAnswer answer) {
        return answer.expect(200)
                .resource(Bundle.class)
                .getLink("next")
                .getUrl()
                .replaceAll("^.*/fhir/?", "");
    }

    private static List<String> types(HttpAnswer answer) {
        return answer.expect(200).resource(Bundle.class).getEntry().stream()
                .map(BundleEntryComponent::getResource)
                .map(resource -> resource.fhirType())
                .toList();
    }
}
