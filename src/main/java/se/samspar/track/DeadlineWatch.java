package se.samspar.track;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.samspar.store.Background;
import se.samspar.store.ResourceStore;
import se.samspar.track.DeadlineTable.Due;

/**
 * Notices when deadlines pass (TRK-9), on however many nodes: whoever notes one first publishes it and escalates where
 * the track says so, in one transaction.
 */
@Component
class DeadlineWatch {

    private static final Logger log = LoggerFactory.getLogger(DeadlineWatch.class);

    private static final int PAGE = 500;

    private final DeadlineTable deadlines;
    private final Escalation escalation;
    private final ResourceStore store;
    private final ApplicationEventPublisher events;
    private final Background background;
    private final Clock clock;

    DeadlineWatch(
            DeadlineTable deadlines,
            Escalation escalation,
            ResourceStore store,
            ApplicationEventPublisher events,
            Background background,
            Clock clock) {
        this.deadlines = deadlines;
        this.escalation = escalation;
        this.store = store;
        this.events = events;
        this.background = background;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${samspar.track.deadline-watch:PT30S}")
    void look() {
        background.run(() -> look(clock.instant()));
    }

    void look(Instant now) {
        each(last -> deadlines.passed(now, last, PAGE), task -> pass(task, now));
        each(last -> deadlines.escalationsPending(last, PAGE), task -> handOver(task, now));
    }

    /** All of them, page after page: those that fail or find nobody on duty stand in nobody's way. */
    private void each(Function<Due, List<Due>> pageAfter, Consumer<String> work) {
        Due last = Due.NONE;
        for (List<Due> page = pageAfter.apply(last); !page.isEmpty(); page = pageAfter.apply(last)) {
            page.forEach(due -> attempt(due.taskId(), work));
            last = page.get(page.size() - 1);
        }
    }

    private void attempt(String task, Consumer<String> work) {
        try {
            store.executeAsServer(() -> {
                work.accept(task);
                return null;
            });
        } catch (RuntimeException failure) { // the others are not to wait for this one, which is tried again
            log.error("The passed deadline of Task/{} could not be dealt with", task, failure);
        }
    }

    private void pass(String task, Instant now) {
        deadlines.note(task, now).ifPresent(passed -> {
            if (!escalation.escalate(task, now) && deadlines.setEscalationPending(task, true)) {
                log.warn("Nobody is on duty for the overdue Task/{}: it waits for whoever is next", task);
            }
            events.publishEvent(passed);
        });
    }

    /** Of several nodes one sets the mark back and hands over; with nobody on duty yet, it stays. */
    private void handOver(String task, Instant now) {
        if (deadlines.setEscalationPending(task, false) && !escalation.escalate(task, now)) {
            deadlines.setEscalationPending(task, true);
        }
    }
}
