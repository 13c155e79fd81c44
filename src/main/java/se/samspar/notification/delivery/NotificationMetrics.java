package se.samspar.notification.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.notification.delivery.Notice.Kind;

/** What whoever runs the server sees of notifications: numbers only. */
@Component
class NotificationMetrics {

    private static final String EVENTS = "samspar.notification.events";

    private final MeterRegistry registry;

    NotificationMetrics(MeterRegistry registry, JdbcTemplate jdbc) {
        this.registry = registry;
        gauge(EVENTS, "unnumbered", jdbc, "SELECT count(*) FROM outbox_event");
        gauge(EVENTS, "pending", jdbc, "SELECT count(*) FROM subscription_event WHERE state = 'pending'");
        gauge(EVENTS, "dead", jdbc, "SELECT count(*) FROM subscription_event WHERE state = 'dead'");
        Gauge.builder(
                        "samspar.notification.oldest.pending",
                        jdbc,
                        database -> number(
                                database,
                                "SELECT coalesce(extract(epoch FROM now() - min(happened_at)), 0) FROM (SELECT happened_at"
                                        + " FROM subscription_event WHERE state = 'pending'"
                                        + " UNION ALL SELECT happened_at FROM outbox_event) AS waiting"))
                .description("How long the oldest event has waited that is still to be delivered")
                .baseUnit("seconds")
                .register(registry);
    }

    private void gauge(String name, String state, JdbcTemplate jdbc, String query) {
        Gauge.builder(name, jdbc, database -> number(database, query))
                .tag("state", state)
                .description("Events by how far they have come")
                .register(registry);
    }

    private static double number(JdbcTemplate jdbc, String query) {
        Double number = jdbc.queryForObject(query, Double.class);
        return number == null ? 0 : number;
    }

    void sent(Kind kind, boolean taken) {
        registry.counter("samspar.notification.sent", "type", kind.code(), "taken", String.valueOf(taken))
                .increment();
    }
}
