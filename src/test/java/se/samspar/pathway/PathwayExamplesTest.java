package se.samspar.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.OperationExamples;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** The examples about pathways are ones that the server takes, one after the other (PWY-2, PWY-3). */
@SamsparTest
class PathwayExamplesTest {

    @Autowired
    SamsparApi api;

    @Test
    void theRequestOfEachOperationIsTaken() {
        Map<String, String> examples = OperationExamples.of("PlanDefinition"::equals);
        assertThat(examples.keySet())
                .containsExactlyInAnyOrder(
                        "PlanDefinition/$advance",
                        "PlanDefinition/$comment",
                        "PlanDefinition/$answer-comment",
                        "PlanDefinition/$introduce",
                        "PlanDefinition/$complete-action",
                        "PlanDefinition/$readiness",
                        "PlanDefinition/$start-pathway");
        Patient patient = TestPatients.next();
        PathwayFlow national = PathwayFlow.consulting(api, PathwayFlow.REGION);
        send(api.as("vc-dalby"), national.path(), "comment", examples);
        national.advance("revision").expect(200);
        send(api.asAdmin(), national.path(), "answer-comment", examples);
        send(api.asAdmin(), national.path(), "advance", examples);
        PlanDefinition introduced = send(api.asAdmin(), national.path(), "introduce", examples);
        String regional = "PlanDefinition/" + introduced.getIdElement().getIdPart();
        send(api.asAdmin(), regional, "complete-action", examples);
        api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), patient))
                .expect(200);
        String start = OperationExamples.read(examples.get("PlanDefinition/$start-pathway"));
        api.as("vc-dalby")
                .post(
                        regional + "/$start-pathway",
                        start.replace(
                                "191212121212", patient.getIdentifierFirstRep().getValue()))
                .expect(200);

        api.as("vc-dalby")
                .post(regional + "/$readiness", OperationExamples.read(examples.get("PlanDefinition/$readiness")))
                .expect(200);
    }

    private static PlanDefinition send(
            UnitClient sender, String pathway, String operation, Map<String, String> examples) {
        return sender.post(
                        pathway + "/$" + operation,
                        OperationExamples.read(examples.get("PlanDefinition/$" + operation)))
                .expect(200)
                .resource(PlanDefinition.class);
    }
}
