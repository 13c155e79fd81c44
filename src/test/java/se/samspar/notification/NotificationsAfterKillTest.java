package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.DemoRequests;
import se.samspar.support.Notification;
import se.samspar.support.Receiver;
import se.samspar.support.ServerProcess;
import se.samspar.support.Subscriptions;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** What was answered with success is notified, though the server is killed before it could. */
class NotificationsAfterKillTest {

    @Test
    void everyChangeThatWasAnsweredIsNotifiedAfterAKill(@TempDir Path folder) {
        List<String> answered = new ArrayList<>();
        try (Receiver receiver = Receiver.start()) {
            try (ServerProcess killed = ServerProcess.start(folder)) {
                String id = killed.as("sus-ortopedi")
                        .post(
                                "Subscription",
                                Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, receiver.endpoint(), "id-only"))
                        .expect(201)
                        .resource(Subscription.class)
                        .getIdElement()
                        .getIdPart();
                await().atMost(Duration.ofSeconds(60)).until(() -> killed.as("sus-ortopedi")
                        .get("Subscription/" + id)
                        .body()
                        .contains("\"active\""));
                answered.add(submit(killed.as("vc-dalby")));
                receiver.until(answered.get(0));
                receiver.hangs(); // the kill comes while it is being told
                answered.add(submit(killed.as("vc-dalby")));
                receiver.nextRefused("event-notification");
                answered.add(submit(killed.as("vc-dalby")));
                killed.kill();
            }
            receiver.answers(200);

            try (ServerProcess again = ServerProcess.start(folder)) {
                answered.add(submit(again.as("vc-dalby")));
                List<Notification> told = receiver.until(answered.get(3));
                Set<Long> numbers = new TreeSet<>();
                told.forEach(notification -> numbers.addAll(notification.numbers()));
                assertThat(numbers).containsExactly(2L, 3L, 4L);
                assertThat(told).flatExtracting(Notification::numbers).isSorted();
                assertThat(told)
                        .flatExtracting(Notification::focuses)
                        .containsAll(answered.subList(1, answered.size()));
            }
        }
    }

    private static String submit(UnitClient unit) {
        return Work.path(unit.post(
                        "ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class));
    }
}
