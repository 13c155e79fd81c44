package se.samspar.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.ServerProcess;
import se.samspar.support.TestPatients;

/** What a newcomer's server goes through: a kill, a second start, another server on the same folder. */
class RestartTest {

    @Test
    void whatWasAnsweredWithSuccessIsThereAfterAKill(@TempDir Path folder) throws Exception {
        Patient patient = TestPatients.next();
        String request;
        String task;
        String body;
        try (ServerProcess killed = ServerProcess.start(folder)) {
            HttpAnswer answer = killed.as("vc-dalby")
                    .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), patient))
                    .expect(200);
            request = answer.entry(ServiceRequest.class).getIdElement().getIdPart();
            task = answer.entry(Task.class).getIdElement().getIdPart();
            body = killed.as("sus-ortopedi")
                    .get("ServiceRequest/" + request)
                    .expect(200)
                    .body();

            assertThat(ServerProcess.refusedStart(folder))
                    .contains("Another Samspår server is running on the data folder")
                    .contains("samspar.embedded.data-dir");
            killed.kill();
        }

        try (ServerProcess again = ServerProcess.start(folder)) {
            assertThat(again.log())
                    .contains("PostgreSQL of a server that was killed still runs")
                    .containsPattern("Database PostgreSQL [0-9.]+ at jdbc:postgresql:[^ ?]+; tokens of the demo; "
                            + "further FHIR packages: 0");
            assertThat(again.as("sus-ortopedi")
                            .get("ServiceRequest/" + request)
                            .expect(200)
                            .body())
                    .isEqualTo(body);
            assertThat(again.as("sus-ortopedi").get("Task?_id=" + task).body()).contains(task);
            again.as("sus-ortopedi")
                    .post("ServiceRequest/" + request + "/$receive", null)
                    .expect(200);
        }
    }
}
