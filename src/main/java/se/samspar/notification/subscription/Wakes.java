package se.samspar.notification.subscription;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.ExecutionException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samspar.store.AfterCommit;

/**
 * Has a subscription looked at as soon as the transaction is committed that has something for it. Whoever wakes one holds
 * its row in {@code subscription_state}, and so does whoever decides when it is looked at next: nothing gets lost between.
 */
@Component
public class Wakes {

    /** The task of the scheduler; each subscription has one instance, by its id. */
    public static final TaskDescriptor<Void> TASK = TaskDescriptor.of("notification");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    Wakes(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public void wake(String subscription) {
        wake(subscription, Optional.empty());
    }

    /**
     * Has it looked at, but not before a time.
     *
     * @param earliest where attempts have failed
     */
    public void wake(String subscription, Optional<Instant> earliest) {
        Instant now = clock.instant();
        Instant time = earliest.filter(now::isBefore).orElse(now);
        var instance = TASK.instance(subscription).build();
        if (!scheduler.getObject().scheduleIfNotExists(instance, time)) {
            try {
                scheduler.getObject().reschedule(instance, time);
            } catch (TaskInstanceCurrentlyExecutingException
                    | TaskInstanceNotFoundException
                    | ExecutionException busy) { // the last where it was taken up this very moment
                // Whoever has it looks again before it lets go, once this transaction is over.
            }
        }
        AfterCommit.run(scheduler.getObject()::triggerCheckForDueExecutions);
    }
}
