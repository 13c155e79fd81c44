package se.samspar.notification;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Notifications to the systems of units.
 *
 * @param endpoints where they may go, as URL prefixes; nowhere when empty
 * @param sslBundle name of the SSL bundle with what endpoints are trusted by; the Java platform's own when empty
 * @param deliveries how many are delivered at once, on each node
 * @param timeout how long an endpoint may take at most
 * @param retryFirst pause after the first attempt that fails; each further one takes twice as long
 * @param retryMost longest pause between attempts
 * @param giveUpAfter how long after it happened an event is given up and becomes a dead letter
 * @param mostEvents most events in one notification
 * @param keep how long delivered events are kept for {@code $events}
 * @param poll how often each node looks for what it has not been told of
 * @param nodeHeartbeat how often a node says that it lives; after four that are missing, another goes on with its work
 */
@ConfigurationProperties("samspar.notification")
public record NotificationProperties(
        @DefaultValue List<String> endpoints,
        @DefaultValue("") String sslBundle,
        @DefaultValue("10") int deliveries,
        @DefaultValue("PT10S") Duration timeout,
        @DefaultValue("PT2S") Duration retryFirst,
        @DefaultValue("PT1H") Duration retryMost,
        @DefaultValue("P3D") Duration giveUpAfter,
        @DefaultValue("50") int mostEvents,
        @DefaultValue("P30D") Duration keep,
        @DefaultValue("PT2S") Duration poll,
        @DefaultValue("PT4S") Duration nodeHeartbeat) {}
