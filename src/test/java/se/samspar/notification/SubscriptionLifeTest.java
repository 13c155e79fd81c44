package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.SubscriptionTopics;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.Notification;
import se.samspar.support.Receiver;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.Subscriptions;
import se.samspar.support.UnitClient;

/** A subscription from the unit's wish to its end: whose it is, who sets what, and what nobody reads back. */
@Isolated("what others do is notified too")
@SamsparTest
class SubscriptionLifeTest {

    private static final String UNIT = "vc-dalby";

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    private final Receiver receiver = Receiver.start();
    private Subscriptions subscriptions;

    @BeforeEach
    void noneYet() {
        subscriptions = new Subscriptions(api);
    }

    @AfterEach
    void turnOff() {
        subscriptions.close();
        receiver.close();
    }

    @Test
    void theEndpointIsAskedBeforeTheSubscriptionIsActive() {
        String id = subscriptions.active(UNIT, SubscriptionTopic.TASK_FOR_UNIT, receiver);

        Notification handshake = receiver.next("handshake");
        assertThat(handshake.bundle().getType()).isEqualTo(BundleType.HISTORY);
        assertThat(handshake.headers().get("Content-type")).first().asString().startsWith("application/fhir+json");
        assertThat(handshake.value("status")).isEqualTo("requested");
        assertThat(handshake.value("topic")).isEqualTo(SubscriptionTopics.canonical(SubscriptionTopic.TASK_FOR_UNIT));
        assertThat(handshake.value("events-since-subscription-start")).isEqualTo("0");
        assertThat(handshake.body()).contains(SamsparTest.PUBLIC_ADDRESS + "/fhir/Subscription/" + id);

        Parameters status = subscriptions.status(UNIT, id);
        assertThat(status.getParameter("type").getValue().primitiveValue()).isEqualTo("query-status");
        assertThat(status.getParameter("status").getValue().primitiveValue()).isEqualTo("active");
    }

    @Test
    void anEndpointThatDoesNotAgreeLeavesItInErrorUntilItIsAskedAgain() {
        receiver.answers(404);
        String id = subscriptions.written(UNIT, to(SubscriptionTopic.TASK_FOR_UNIT));
        subscriptions.awaitStatus(UNIT, id, "error");
        Subscription failed = api.as(UNIT).read(Subscription.class, id);
        assertThat(failed.getError()).contains("404");

        receiver.answers(200);
        api.as(UNIT)
                .put("Subscription/" + id, failed.setStatus(SubscriptionStatus.REQUESTED))
                .expect(200);
        subscriptions.awaitStatus(UNIT, id, "active");
        assertThat(api.as(UNIT).read(Subscription.class, id).hasError()).isFalse();
    }

    @Test
    void whetherItIsActiveIsTheServersToSay() {
        Subscription claimed = to(SubscriptionTopic.TASK_FOR_UNIT).setStatus(SubscriptionStatus.ACTIVE);
        assertThat(api.as(UNIT).post("Subscription", claimed).refused(422).ruleCodes())
                .containsExactly("server-written");
        Subscription faulty = to(SubscriptionTopic.TASK_FOR_UNIT).setError("Något gick fel");
        assertThat(api.as(UNIT).post("Subscription", faulty).refused(422).ruleCodes())
                .containsExactly("server-written");

        String id = subscriptions.active(UNIT, SubscriptionTopic.TASK_FOR_UNIT, receiver);
        Subscription readAndWritten = api.as(UNIT).read(Subscription.class, id).setReason("Ny anledning");
        api.as(UNIT).put("Subscription/" + id, readAndWritten).expect(200);
        assertThat(api.as(UNIT).read(Subscription.class, id).getStatus()).isEqualTo(SubscriptionStatus.ACTIVE);
    }

    @Test
    void aNewEndpointIsAskedAnew() {
        String id = subscriptions.active(UNIT, SubscriptionTopic.TASK_FOR_UNIT, receiver);
        try (Receiver other = Receiver.start()) {
            Subscription moved = api.as(UNIT).read(Subscription.class, id);
            moved.getChannel().setEndpoint(other.endpoint());
            api.as(UNIT).put("Subscription/" + id, moved).expect(200);
            other.next("handshake");
            subscriptions.awaitStatus(UNIT, id, "active");
        }
    }

    @Test
    void noOtherUnitSeesIt() {
        String id = subscriptions.active(UNIT, SubscriptionTopic.TASK_FOR_UNIT, receiver);
        Subscription own = api.as(UNIT).read(Subscription.class, id);
        UnitClient foreign = api.as("sus-ortopedi");

        foreign.get("Subscription/" + id).refused(404);
        foreign.get("Subscription/" + id + "/_history").refused(404);
        foreign.get("Subscription/" + id + "/$status").refused(404);
        foreign.get("Subscription/" + id + "/$events").refused(404);
        foreign.put("Subscription/" + id, own.setStatus(SubscriptionStatus.OFF)).refused(404);
        assertThat(foreign.get("Subscription?url=" + receiver.endpoint())
                        .expect(200)
                        .entries(Subscription.class))
                .isEmpty();
        assertThat(api.as(UNIT).get("Subscription?_id=" + id).expect(200).entries(Subscription.class))
                .hasSize(1);
    }

    @Test
    void aTokenWithoutTheScopeWritesNone() {
        api.as(UNIT, "system/Task.rs")
                .post("Subscription", to(SubscriptionTopic.TASK_FOR_UNIT))
                .refused(403);
    }

    @Test
    void whoMayNotReadWhatItIsAboutIsNotToldItInFull() {
        UnitClient alone = api.asSystemOf(UNIT, "system/Subscription.crus system/Task.r");
        Subscription full =
                Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, "https://localhost/hook", "full-resource");
        assertThat(alone.post("Subscription", full).refused(403).body()).contains("system/ServiceRequest.r");

        String id = subscriptions.active(UNIT, SubscriptionTopic.REQUEST_CHANGED, receiver);
        alone.get("Subscription/" + id + "/$events?content=full-resource").refused(403);
        alone.get("Subscription/" + id + "/$events?content=id-only").expect(200);
        api.as(UNIT)
                .get("Subscription/" + id + "/$events?content=full-resource")
                .expect(200);
    }

    @Test
    void theSecretInAHeaderIsSentAndNeverReadBack() {
        Subscription secret = to(SubscriptionTopic.TASK_FOR_UNIT);
        secret.getChannel().addHeader("Authorization: Bearer Kz9w-secret");
        secret.getChannel().addHeader("X-Unit: dalby");
        UnitClient unit = api.as(UNIT);
        String answer = unit.post("Subscription", secret, "Prefer: return=representation")
                .expect(201)
                .body();
        String id = unit.get("Subscription?url=" + receiver.endpoint())
                .entry(Subscription.class)
                .getIdElement()
                .getIdPart();
        subscriptions.awaitStatus(UNIT, id, "active");
        Subscription read = unit.read(Subscription.class, id);
        unit.put("Subscription/" + id, read.setReason("Samma").setStatus(SubscriptionStatus.REQUESTED))
                .expect(200);
        subscriptions.awaitStatus(UNIT, id, "active");

        for (int handshake = 0; handshake < 2; handshake++) {
            Notification sent = receiver.next("handshake");
            assertThat(sent.headers()).containsEntry("Authorization", List.of("Bearer Kz9w-secret"));
            assertThat(sent.body()).doesNotContain("Kz9w");
        }
        assertThat(answer).contains("authorization: ***").doesNotContain("Kz9w");
        assertThat(unit.get("Subscription/" + id).body()).doesNotContain("Kz9w", "dalby\"");
        assertThat(unit.get("Subscription/" + id + "/_history").body())
                .contains("authorization: ***")
                .doesNotContain("Kz9w");
        assertThat(unit.get("Subscription?_id=" + id).body()).doesNotContain("Kz9w");
        assertThat(unit.get("Subscription/" + id + "/$status").body()).doesNotContain("Kz9w");
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM hfj_res_ver WHERE res_text_vc LIKE '%Kz9w%'", Integer.class))
                .isZero();
        unit.put("Subscription/" + id, read.setStatus(SubscriptionStatus.OFF)).expect(200);
    }

    @Test
    void aSecretGoesToNoOtherEndpointUnlessItIsSentAnew() {
        Subscription secret = to(SubscriptionTopic.TASK_FOR_UNIT);
        secret.getChannel().addHeader("Authorization: Bearer Kz9w");
        String id = subscriptions.active(UNIT, secret);
        Subscription moved = api.as(UNIT).read(Subscription.class, id);
        moved.getChannel().setEndpoint("http://localhost:9/elsewhere");
        assertThat(api.as(UNIT).put("Subscription/" + id, moved).refused(422).ruleCodes())
                .containsExactly("endpoint-allowed");
        Subscription invented = to(SubscriptionTopic.TASK_FOR_UNIT);
        invented.getChannel().addHeader("Authorization: ***");
        assertThat(api.as(UNIT).post("Subscription", invented).refused(422).ruleCodes())
                .containsExactly("endpoint-allowed");
    }

    @Test
    void headersThatHttpSetsItselfAreRefusedAndSoAreTwoInOne() {
        for (String header : List.of("Host: elsewhere", "content-length: 3", "X-A: b\r\nX-C: d", "nothing")) {
            Subscription subscription = to(SubscriptionTopic.TASK_FOR_UNIT);
            subscription.getChannel().addHeader(header);
            assertThat(api.as(UNIT)
                            .post("Subscription", subscription)
                            .refused(422)
                            .ruleCodes())
                    .as(header)
                    .containsAnyOf("profile-conformance", "endpoint-allowed");
        }
    }

    @Test
    void theTopicsAreInTheCapabilityStatement() {
        CapabilityStatement offered = api.asNobody().get("metadata").expect(200).resource(CapabilityStatement.class);
        assertThat(offered.getRestFirstRep().getResource().stream()
                        .filter(resource -> resource.getType().equals("Subscription"))
                        .flatMap(resource -> resource.getExtension().stream())
                        .map(extension -> extension.getValue().primitiveValue()))
                .hasSize(SubscriptionTopic.values().length)
                .contains("https://samspar.example/fhir/SubscriptionTopic/task-for-unit");
    }

    @Test
    void nothingIsLeftForHapisOwnSubscriptions() {
        subscriptions.active(UNIT, SubscriptionTopic.TASK_FOR_UNIT, receiver);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM hfj_resource_modified", Integer.class))
                .isZero();
    }

    private Subscription to(SubscriptionTopic topic) {
        return Subscriptions.to(topic, receiver.endpoint(), "id-only");
    }
}
