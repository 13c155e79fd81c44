package se.samspar.track;

import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.samspar.store.ResourceStore;

/**
 * Notices when deadlines pass (TRK-9), on however many nodes: whoever notes one first publishes it and escalates where
 * the track says so, in one transaction.
 */
@Component
class DeadlineWatch {

    private static final Logger log = LoggerFactory.getLogger(DeadlineWatch.class);

    /** As many as one look takes; the rest waits for the next. */
    private static final int MOST = 500;

    private final DeadlineTable deadlines;
    private final Escalation escalation;
    private final ResourceStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeadlineWatch(
            DeadlineTable deadlines,
            Escalation escalation,
            ResourceStore store,
            ApplicationEventPublisher events,
            Clock clock) {
        this.deadlines = deadlines;
        this.escalation = escalation;
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${samspar.track.deadline-watch:PT30S}")
    void look() {
        look(clock.instant());
    }

    void look(Instant now) {
        for (String task : deadlines.passed(now, MOST)) {
            try {
                store.executeAsServer(() -> pass(task, now));
            } catch (RuntimeException failure) { // the others are not to wait for this one, which is tried again
                log.error("The passed deadline of Task/{} could not be dealt with", task, failure);
            }
        }
    }

    private boolean pass(String task, Instant now) {
        return deadlines
                .note(task, now)
                .map(passed -> {
                    escalation.escalate(task, now);
                    events.publishEvent(passed);
                    return true;
                })
                .orElse(false);
    }
}
