package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.outbox.EventTable;
import se.samspar.support.Notification;
import se.samspar.support.Receiver;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.Subscriptions;

/** Whoever has missed something catches up by event number. */
@Isolated("what others do is notified too")
@SamsparTest
class EventsTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    EventTable events;

    private final Receiver receiver = Receiver.start();
    private Subscriptions subscriptions;
    private Work work;
    private String id;

    @BeforeEach
    void threeEvents() {
        subscriptions = new Subscriptions(api);
        work = new Work(api);
        id = subscriptions.active(Work.CLINIC, SubscriptionTopic.REQUEST_CHANGED, receiver);
        String request = work.submitted();
        work.receive(request);
        work.accept(request);
        assertThat(List.of(receiver.next(), receiver.next(), receiver.next()))
                .flatExtracting(Notification::numbers)
                .containsExactly(1L, 2L, 3L);
    }

    @AfterEach
    void turnOff() {
        subscriptions.close();
        receiver.close();
    }

    @Test
    void eventsAreReadByTheirNumbers() {
        assertThat(events("").numbers()).containsExactly(1L, 2L, 3L);
        Notification some = events("?eventsSinceNumber=2&eventsUntilNumber=2");
        assertThat(some.bundle().getType()).isEqualTo(BundleType.HISTORY);
        assertThat(some.type()).isEqualTo("query-event");
        assertThat(some.numbers()).containsExactly(2L);
        assertThat(some.focuses()).hasSize(1);
        assertThat(some.value("events-since-subscription-start")).isEqualTo("3");
        assertThat(events("?content=empty").focuses()).isEmpty();
        assertThat(events("?content=full-resource").resources()).isNotEmpty();
        assertThat(events("?eventsSinceNumber=4").events()).isEmpty();
    }

    @Test
    void whatIsNoNumberOrContentIsRefused() {
        api.as(Work.CLINIC).get(path("$events?eventsSinceNumber=two")).refused(422);
        api.as(Work.CLINIC).get(path("$events?content=everything")).refused(422);
        api.as(Work.CLINIC).get(path("$events?since=2")).refused(400);
    }

    @Test
    void statusAndEventsAreTheUnitsOwn() {
        for (String operation : List.of("$status", "$events")) {
            api.as("sus-neurologi").get(path(operation)).refused(404);
            api.as(Work.CLINIC, "system/Task.rs").get(path(operation)).refused(403);
        }
    }

    @Test
    void whatWasDeliveredIsForgottenAfterItsTime() {
        jdbc.update(
                "UPDATE subscription_event SET settled_at = now() - interval '31 days' WHERE subscription = ? AND number = 1",
                id);
        events.forget(java.time.Instant.now().minus(java.time.Duration.ofDays(30)));
        assertThat(events("").numbers()).containsExactly(2L, 3L);
    }

    private Notification events(String query) {
        return new Notification(
                "",
                Map.of(),
                api.as(Work.CLINIC).get(path("$events" + query)).expect(200).resource(Bundle.class),
                "");
    }

    private String path(String operation) {
        return "Subscription/" + id + "/" + operation;
    }
}
