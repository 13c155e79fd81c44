package se.samspar.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;
import se.samspar.notification.NotificationProperties;

/** When an attempt that failed is made again: after pauses that double, each somewhat different from others'. */
@Component
class Retries {

    private static final int MOST_DOUBLINGS = 30;
    private static final double SPREAD = 0.2;

    private final NotificationProperties properties;

    Retries(NotificationProperties properties) {
        this.properties = properties;
    }

    /**
     * The time of the next attempt.
     *
     * @param failures how many in a row have failed before this one
     */
    Instant next(int failures, Instant now) {
        double doubled = properties.retryFirst().toMillis() * Math.pow(2, Math.min(failures, MOST_DOUBLINGS));
        double pause = Math.min(doubled, properties.retryMost().toMillis());
        double spread = 1 + SPREAD * (ThreadLocalRandom.current().nextDouble() * 2 - 1);
        return now.plus(Duration.ofMillis(Math.round(pause * spread)));
    }
}
