package se.samspar.notification.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import se.samspar.notification.NotificationProperties;

/**
 * Keeps endpoints that hang, fail or take their time from having all threads: together they have half of them, and so have
 * those of one host.
 */
@Component
class Lanes {

    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
    private final Semaphore troubled;
    private final int half;

    Lanes(NotificationProperties properties) {
        half = Math.max(1, properties.deliveries() / 2);
        troubled = new Semaphore(half);
    }

    /** A place, to be given back; empty when there is none at the moment. */
    Optional<Runnable> enter(String host, boolean isTroubled) {
        Semaphore own = hosts.computeIfAbsent(host, none -> new Semaphore(half));
        if (!own.tryAcquire()) {
            return Optional.empty();
        }
        if (isTroubled && !troubled.tryAcquire()) {
            own.release();
            return Optional.empty();
        }
        return Optional.of(() -> {
            own.release();
            if (isTroubled) {
                troubled.release();
            }
        });
    }
}
