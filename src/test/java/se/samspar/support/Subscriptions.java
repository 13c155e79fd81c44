package se.samspar.support;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Subscription.SubscriptionChannelType;
import org.hl7.fhir.r4.model.Subscription.SubscriptionStatus;
import se.samspar.fhir.SubscriptionTopics;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.SubscriptionTopic;

/** Subscriptions of units of the demo region, turned off when the test is over. */
public final class Subscriptions implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SamsparApi api;
    private final List<Runnable> ends = new ArrayList<>();

    public Subscriptions(SamsparApi api) {
        this.api = api;
    }

    /** A subscription that is not written yet. */
    public static Subscription to(SubscriptionTopic topic, String endpoint, String content) {
        Subscription subscription = new Subscription();
        subscription.setStatus(SubscriptionStatus.REQUESTED).setReason("Inkorgen i journalsystemet");
        subscription.setCriteria(SubscriptionTopics.canonical(topic));
        subscription
                .getChannel()
                .setType(SubscriptionChannelType.RESTHOOK)
                .setEndpoint(endpoint)
                .setPayload("application/fhir+json");
        subscription
                .getChannel()
                .getPayloadElement()
                .addExtension(Extensions.BACKPORT_PAYLOAD_CONTENT, new CodeType(content));
        return subscription;
    }

    public static Subscription filtered(Subscription subscription, String criteria) {
        subscription.getCriteriaElement().addExtension(Extensions.BACKPORT_FILTER_CRITERIA, new StringType(criteria));
        return subscription;
    }

    public static Subscription atOnce(Subscription subscription, int events) {
        subscription.getChannel().addExtension(Extensions.BACKPORT_MAX_COUNT, new PositiveIntType(events));
        return subscription;
    }

    /** Has a unit notified, by id and reference; active when it returns. */
    public String active(String unit, SubscriptionTopic topic, Receiver receiver) {
        return active(unit, to(topic, receiver.endpoint(), "id-only"));
    }

    public String active(String unit, Subscription subscription) {
        String id = written(unit, subscription);
        awaitStatus(unit, id, "active");
        return id;
    }

    /** Writes it, whatever becomes of it. */
    public String written(String unit, Subscription subscription) {
        UnitClient client = api.as(unit);
        String id = client.post("Subscription", subscription)
                .expect(201)
                .resource(Subscription.class)
                .getIdElement()
                .getIdPart();
        ends.add(() -> client.patch(
                        "Subscription/" + id, "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"off\"}]")
                .expect(200));
        return id;
    }

    public void awaitStatus(String unit, String id, String status) {
        await().atMost(PATIENCE).until(() -> api.as(unit)
                .read(Subscription.class, id)
                .getStatus()
                .toCode()
                .equals(status));
    }

    /** What $status answers. */
    public Parameters status(String unit, String id) {
        return api.as(unit).get("Subscription/" + id + "/$status").expect(200).entry(Parameters.class);
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
    }
}
