package se.samspar.fhir;

import java.util.Optional;
import java.util.stream.Stream;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.SubscriptionTopic;

/** R4 has no resource for topics of subscriptions, so each is a code here, and a canonical that ends with it. */
public final class SubscriptionTopics {

    private static final String BASE =
            CodeSystems.SUBSCRIPTION_TOPIC.replaceFirst("CodeSystem/.*", "SubscriptionTopic/");

    private SubscriptionTopics() {}

    public static String canonical(SubscriptionTopic topic) {
        return BASE + topic.code();
    }

    public static Optional<SubscriptionTopic> of(String canonical) {
        return Stream.of(SubscriptionTopic.values())
                .filter(topic -> canonical(topic).equals(canonical))
                .findFirst();
    }
}
