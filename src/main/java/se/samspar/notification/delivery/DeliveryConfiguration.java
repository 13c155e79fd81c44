package se.samspar.notification.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import se.samspar.notification.NotificationProperties;
import se.samspar.notification.outbox.EventTable;
import se.samspar.notification.subscription.Wakes;

/**
 * The scheduler of deliveries: each subscription is with one node at a time. A node that does not say any more that it
 * lives has its subscriptions taken over by another.
 */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration AFTER_A_FAULT = Duration.ofSeconds(5);
    private static final Duration CLEANING = Duration.ofHours(1);
    private static final Duration AT_SHUTDOWN = Duration.ofSeconds(10);

    @Bean(destroyMethod = "stop")
    Scheduler notificationScheduler(
            DataSource dataSource,
            DeliveryTask delivery,
            EventTable events,
            NotificationProperties properties,
            Clock clock) {
        Task<Void> deliveries = Tasks.custom(Wakes.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAULT))
                .onDeadExecutionRevive()
                .execute((instance, context) -> {
                    boolean hadPlace = delivery.run(instance.getId());
                    return (complete, task) -> delivery.conclude(instance.getId(), hadPlace, complete, task);
                });
        var cleaning = Tasks.recurring("notification-cleaning", FixedDelay.of(CLEANING))
                .execute((instance, context) -> {
                    Instant now = clock.instant();
                    events.giveUpUnconfirmed(now.minus(properties.giveUpAfter()), now);
                    events.forget(now.minus(properties.keep()));
                });
        return Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), List.of(deliveries))
                .startTasks(cleaning)
                .schedulerName(new SchedulerName.Fixed(UUID.randomUUID().toString())) // several may run on one machine
                .threads(properties.deliveries())
                .pollingInterval(properties.poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(properties.nodeHeartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(AT_SHUTDOWN)
                .build();
    }

    @Bean
    AddressLookup addressLookup() {
        return InetAddress::getAllByName;
    }

    /** Delivers when the server is ready, and not before. */
    @Bean
    Start notificationStart(Scheduler scheduler) {
        return new Start(scheduler);
    }

    /** Begins when all is wired. */
    record Start(Scheduler scheduler) {

        @EventListener(ApplicationReadyEvent.class)
        public void start() {
            scheduler.start();
        }
    }
}
