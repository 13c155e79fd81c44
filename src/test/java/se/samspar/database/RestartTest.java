package se.samspar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.Notification;
import se.samspar.support.Receiver;
import se.samspar.support.ServerProcess;
import se.samspar.support.Subscriptions;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What a newcomer's server goes through: another server on the same folder, a kill, a second start. */
class RestartTest {

    @TempDir
    static Path folder;

    /** Requests that were answered with success while a subscription ran; the receiver took what is told of the first. */
    private static final List<String> ANSWERED = new ArrayList<>();

    private static Receiver receiver;
    private static String saidByAnother;
    private static HttpAnswer submitted;
    private static HttpAnswer read;
    private static ServerProcess again;
    private static List<Notification> told;

    @BeforeAll
    static void killAndStartAgain() throws Exception {
        receiver = Receiver.start();
        try (ServerProcess killed = ServerProcess.start(folder)) {
            UnitClient clinic = killed.as("sus-ortopedi");
            submitted = submit(killed);
            read = clinic.get(path(submitted)).expect(200);
            saidByAnother = ServerProcess.refusedStart(folder);

            subscribe(clinic);
            ANSWERED.add(path(submit(killed)));
            receiver.until(ANSWERED.get(0));
            receiver.hangs(); // the kill comes while it is being told
            ANSWERED.add(path(submit(killed)));
            receiver.nextRefused("event-notification");
            ANSWERED.add(path(submit(killed)));
            killed.kill();
        }
        receiver.answers(200);
        again = ServerProcess.start(folder);
        ANSWERED.add(path(submit(again)));
        told = receiver.until(ANSWERED.get(3));
    }

    @AfterAll
    static void stop() {
        again.close();
        receiver.close();
    }

    @Test
    void aFolderHasOneServer() {
        assertThat(saidByAnother)
                .contains("Another Samspår server is running on the data folder")
                .contains("samspar.embedded.data-dir");
    }

    @Test
    void theSecondStartSaysWhatItFound() throws IOException {
        assertThat(again.log())
                .contains("PostgreSQL of a server that was killed still runs")
                .containsPattern("Database PostgreSQL [0-9.]+ at jdbc:postgresql:[^ ?]+; tokens of the demo; "
                        + "further FHIR packages: 0");
    }

    @Test
    void whatWasAnsweredWithSuccessIsThereAfterAKill() {
        UnitClient clinic = again.as("sus-ortopedi");
        assertThat(clinic.get(path(submitted)).expect(200).body()).isEqualTo(read.body());
        String task = submitted.entry(Task.class).getIdElement().getIdPart();
        assertThat(clinic.get("Task?_id=" + task).body()).contains(task);
        clinic.post(path(submitted) + "/$receive", null).expect(200);
    }

    @Test
    void everyChangeThatWasAnsweredIsNotifiedAfterAKill() {
        Set<Long> numbers = new TreeSet<>();
        told.forEach(notification -> numbers.addAll(notification.numbers()));
        assertThat(numbers).containsExactly(2L, 3L, 4L);
        assertThat(told).flatExtracting(Notification::numbers).isSorted();
        assertThat(told).flatExtracting(Notification::focuses).containsAll(ANSWERED.subList(1, ANSWERED.size()));
    }

    private static void subscribe(UnitClient clinic) {
        String id = clinic.post(
                        "Subscription",
                        Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, receiver.endpoint(), "id-only"))
                .expect(201)
                .resource(Subscription.class)
                .getIdElement()
                .getIdPart();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> clinic.get("Subscription/" + id).body().contains("\"active\""));
    }

    private static HttpAnswer submit(ServerProcess server) {
        return server.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200);
    }

    private static String path(HttpAnswer submission) {
        return "ServiceRequest/"
                + submission.entry(ServiceRequest.class).getIdElement().getIdPart();
    }
}
