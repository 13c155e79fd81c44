package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.UnsignedIntType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.subscription.SubscriptionTable;
import se.samspar.notification.subscription.Wakes;
import se.samspar.support.InParallel;
import se.samspar.support.Notification;
import se.samspar.support.Receiver;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.Subscriptions;

/** Every event comes, in order, whatever endpoints do; and what one does is nothing to the others. */
@Isolated("what others do is notified too")
@SamsparTest
class DeliveryTest {

    private static final int AT_ONCE = 6;
    private static final int WAKES = 100;

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MeterRegistry metrics;

    @Autowired
    SubscriptionTable table;

    @Autowired
    Wakes wakes;

    @Autowired
    PlatformTransactionManager transactions;

    private final Receiver receiver = Receiver.start();
    private Subscriptions subscriptions;
    private Work work;

    @BeforeEach
    void noneYet() {
        subscriptions = new Subscriptions(api);
        work = new Work(api);
    }

    @AfterEach
    void turnOff() {
        subscriptions.close();
        receiver.close();
    }

    @Test
    void manyWritersAtOnceLeaveNoGapsAndTheStatesOfARequestInOrder() throws Exception {
        String id = subscriptions.active(Work.CLINIC, SubscriptionTopic.REQUEST_CHANGED, receiver);
        List<String> requests = InParallel.run(AT_ONCE, () -> {
            String request = work.submitted();
            work.receive(request);
            work.accept(request);
            return request;
        });

        List<Notification> told =
                Stream.generate(receiver::next).limit(3 * AT_ONCE).toList();
        assertThat(told.stream().flatMap(notification -> notification.numbers().stream()))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 3 * AT_ONCE).boxed().toList());
        assertThat(told.stream().flatMap(notification -> notification.focuses().stream()))
                .hasSize(3 * AT_ONCE)
                .containsAll(requests);
        assertThat(jdbc.queryForList(
                        "SELECT happened_at - lag(happened_at) OVER (PARTITION BY focus ORDER BY number) >= interval '0'"
                                + " FROM subscription_event WHERE subscription = ?",
                        Boolean.class,
                        id))
                .as("each state of a request after the one before")
                .doesNotContain(false)
                .filteredOn(Boolean.TRUE::equals)
                .hasSize(2 * AT_ONCE);
        assertThat(told.stream().flatMap(notification -> notification.eventIds().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void severalEventsComeAtOnceToWhoeverTakesThem() {
        String id = subscriptions.active(
                Work.CLINIC,
                Subscriptions.atOnce(
                        Subscriptions.to(SubscriptionTopic.TASK_FOR_UNIT, receiver.endpoint(), "id-only"), 10));
        receiver.answers(500);
        String first = work.submitted();
        receiver.nextRefused("event-notification");
        work.submitted();
        work.submitted();
        awaitEvents(Work.CLINIC, id, 3);
        receiver.answers(200);

        Notification told = receiver.next();
        assertThat(told.numbers()).startsWith(1L);
        assertThat(told.focuses()).contains(Work.path(work.task(first)));
        List<Long> rest =
                told.numbers().size() == 3 ? List.of() : receiver.next().numbers();
        assertThat(Stream.concat(told.numbers().stream(), rest.stream())).containsExactly(1L, 2L, 3L);
    }

    @Test
    void endpointsThatFailOrHangOrAreDownDelayNobodyAndGetEverythingInTheEnd() {
        try (Receiver failing = Receiver.start();
                Receiver slow = Receiver.start()) {
            Receiver down = Receiver.start();
            Receiver[] hanging = {Receiver.start(), Receiver.start(), Receiver.start(), Receiver.start()};
            for (Receiver one : hanging) {
                subscriptions.active(Work.CLINIC, SubscriptionTopic.REQUEST_CHANGED, one);
            }
            subscriptions.active(Work.CLINIC, SubscriptionTopic.REQUEST_CHANGED, failing);
            subscriptions.active(Work.CLINIC, SubscriptionTopic.REQUEST_CHANGED, slow);
            subscriptions.active(Work.CLINIC, SubscriptionTopic.REQUEST_CHANGED, down);
            subscriptions.active(Work.HEALTH_CENTRE, SubscriptionTopic.REQUEST_CHANGED, receiver);
            Stream.of(hanging).forEach(Receiver::hangs);
            failing.answers(500);
            slow.takes(1100);
            int port = down.port();
            down.close();

            String request = work.submitted();
            failing.nextRefused("event-notification");
            hanging[0].nextRefused("event-notification");
            work.receive(request);
            work.accept(request);
            long asked = System.nanoTime();
            assertThat(Stream.generate(receiver::next).limit(3).flatMap(told -> told.numbers().stream()))
                    .containsExactly(1L, 2L, 3L);
            assertThat(Duration.ofNanos(System.nanoTime() - asked))
                    .as("in spite of more hanging endpoints than there are threads")
                    .isLessThan(Duration.ofSeconds(20));

            failing.answers(200);
            Stream.of(hanging).forEach(one -> one.answers(200));
            try (Receiver up = Receiver.start(port)) {
                Stream.concat(Stream.of(failing, slow, up), Stream.of(hanging)).forEach(late -> assertThat(
                                Stream.generate(late::next).limit(3).flatMap(told -> told.numbers().stream()))
                        .containsExactly(1L, 2L, 3L));
            }
            Stream.of(hanging).forEach(Receiver::close);
        }
    }

    @Test
    void whatIsGivenUpIsADeadLetterAndIsSentAgainWhenAnAdministratorSaysSo() {
        String id = subscriptions.active(Work.CLINIC, SubscriptionTopic.TASK_FOR_UNIT, receiver);
        receiver.answers(500);
        String lost = Work.path(work.task(work.submitted()));
        String event = receiver.nextRefused("event-notification").eventIds().get(0);
        jdbc.update(
                "UPDATE subscription_event SET happened_at = happened_at - interval '4 days' WHERE subscription = ?",
                id);
        subscriptions.awaitStatus(Work.CLINIC, id, "error");
        assertThat(api.as(Work.CLINIC).read(Subscription.class, id).getError()).contains("500");
        assertThat(api.asAdmin().get("Subscription/$dead-letters").expect(200).body())
                .contains("Subscription/" + id)
                .contains("Organization/sus-ortopedi")
                .doesNotContain(lost);
        assertThat(metrics.get("samspar.notification.events")
                        .tag("state", "dead")
                        .gauge()
                        .value())
                .isPositive();

        receiver.answers(200);
        String next = Work.path(work.task(work.submitted()));
        assertThat(receiver.until(next)).hasSize(1);
        subscriptions.awaitStatus(Work.CLINIC, id, "active");
        api.as(Work.CLINIC)
                .post("Subscription/" + id + "/$replay", new Parameters())
                .refused(403);
        api.as(Work.CLINIC).get("Subscription/$dead-letters").refused(403);
        assertThat(api.asAdmin()
                        .post("Subscription/" + id + "/$replay", new Parameters())
                        .expect(200)
                        .resource(Parameters.class)
                        .getParameterFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("1");

        Notification again = receiver.until(lost).get(0);
        assertThat(again.numbers()).containsExactly(1L);
        assertThat(again.eventIds()).containsExactly(event);
        assertThat(api.asAdmin().get("Subscription/$dead-letters").body()).doesNotContain(id);
        api.asAdmin()
                .post("Subscription/does-not-exist/$replay", new Parameters())
                .refused(404);
    }

    /** Where it fails, what a unit writes would fail with it. */
    @Test
    void aSubscriptionIsWokenAlsoAtTheMomentItIsTakenUp() throws Exception {
        String id = subscriptions.active(Work.CLINIC, SubscriptionTopic.CASE_ADMITTED, receiver);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        assertThat(InParallel.run(AT_ONCE, () -> {
                    for (int time = 0; time < WAKES; time++) {
                        transaction.executeWithoutResult(status -> {
                            table.lock(id).orElseThrow();
                            wakes.wake(id);
                        });
                    }
                    return true;
                }))
                .hasSize(AT_ONCE);
    }

    @Test
    void silenceIsBrokenByAHeartbeat() {
        Subscription beating = Subscriptions.to(SubscriptionTopic.CASE_ADMITTED, receiver.endpoint(), "empty");
        beating.getChannel().addExtension(Extensions.BACKPORT_HEARTBEAT_PERIOD, new UnsignedIntType(10));
        String id = subscriptions.active("sus-neurologi", beating);
        jdbc.update("UPDATE subscription_state SET last_sent = now() - interval '1 hour' WHERE subscription = ?", id);
        jdbc.update("UPDATE scheduled_tasks SET execution_time = now() WHERE task_instance = ? AND NOT picked", id);

        Notification heartbeat = receiver.next("heartbeat");
        assertThat(heartbeat.value("status")).isEqualTo("active");
        assertThat(heartbeat.events()).isEmpty();
    }

    @Test
    void afterItsEndNothingIsTold() {
        String id = subscriptions.active(Work.CLINIC, SubscriptionTopic.TASK_FOR_UNIT, receiver);
        api.as(Work.CLINIC)
                .patch(
                        "Subscription/" + id,
                        "[{\"op\": \"add\", \"path\": \"/end\", \"value\": \"2020-01-01T00:00:00Z\"}]")
                .expect(200);
        subscriptions.awaitStatus(Work.CLINIC, id, "off");
        work.submitted();
        try (Receiver witness = Receiver.start()) {
            subscriptions.active(Work.CLINIC, SubscriptionTopic.TASK_FOR_UNIT, witness);
            witness.until(Work.path(work.task(work.submitted())));
        }
        assertThat(receiver.rest()).noneMatch(told -> told.type().equals("event-notification"));
    }

    private void awaitEvents(String unit, String id, int number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> subscriptions
                .status(unit, id)
                .getParameter("events-since-subscription-start")
                .getValue()
                .primitiveValue()
                .equals(String.valueOf(number)));
    }
}
