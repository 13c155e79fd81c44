package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.Notification;
import se.samspar.support.Receiver;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.Subscriptions;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/**
 * A block (spärr) withholds from notifications what it withholds from reading. Whom the server's own events name has been
 * sent what they are about, and reads it still; so here the event is written down as for one who reads by the case alone.
 */
@Isolated("what others do is notified too")
@SamsparTest
class BlockedContentTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private Subscriptions subscriptions;
    private SharedCare care;
    private UnitClient homeService;

    @BeforeEach
    void severalUnitsCareForThePatient() {
        subscriptions = new Subscriptions(api);
        care = SharedCare.of(api, TestPatients.next());
        homeService = api.as(Work.HOME_SERVICE);
    }

    @AfterEach
    void turnOff() {
        subscriptions.close();
    }

    @Test
    void ofWhatIsBlockedBeforeItIsNumberedTheUnitIsNotToldThatThereIsAnything() {
        try (Receiver receiver = Receiver.start()) {
            subscriptions.active(Work.HOME_SERVICE, SubscriptionTopic.MESSAGE_RECEIVED, receiver);
            care.blocked(Work.HEALTH_CENTRE, Work.HEALTH_CENTRE);
            homeService.get(care.toRehabilitation()).refused(404);

            happened(care.toRehabilitation());
            happened(care.toHomeService());

            Notification told = receiver.next();
            assertThat(told.focuses()).containsExactly(care.toHomeService());
            assertThat(told.numbers()).containsExactly(1L);
        }
    }

    @Test
    void ofWhatIsBlockedBeforeItIsDeliveredTheUnitIsToldANumberOnly() {
        try (Receiver receiver = Receiver.startTls()) {
            String id = subscriptions.active(
                    Work.HOME_SERVICE,
                    Subscriptions.to(SubscriptionTopic.MESSAGE_RECEIVED, receiver.endpoint(), "full-resource"));
            receiver.answers(503);
            happened(care.toRehabilitation());
            assertThat(receiver.nextRefused("event-notification").focuses()).containsExactly(care.toRehabilitation());
            care.blocked(Work.HEALTH_CENTRE, Work.HEALTH_CENTRE);
            receiver.answers(200);

            Notification told = receiver.next();
            assertThat(told.numbers()).containsExactly(1L);
            assertThat(told.focuses()).isEmpty();
            assertThat(told.resources()).isEmpty();
            assertThat(told.body()).doesNotContain(care.toRehabilitation());
            assertThat(homeService
                            .get("Subscription/" + id + "/$events?content=full-resource")
                            .expect(200)
                            .body())
                    .contains("notification-event")
                    .doesNotContain(care.toRehabilitation());
        }
    }

    private void happened(String focus) {
        jdbc.update(
                "INSERT INTO outbox_event (topic, focus, units, happened_at) VALUES (?, ?, ?, ?)",
                SubscriptionTopic.MESSAGE_RECEIVED.code(),
                focus,
                new String[] {Work.HOME_SERVICE},
                OffsetDateTime.now());
    }
}
