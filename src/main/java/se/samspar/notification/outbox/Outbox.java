package se.samspar.notification.outbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.store.AfterCommit;

/** The table {@code outbox_event}, where an event is written down in the transaction of what happens, or not at all. */
@Component
class Outbox {

    /**
     * Something that happened.
     *
     * @param focus {@code Type/id} of what it is about
     * @param context {@code Type/id} of what else is worth reading
     * @param units ids of the units concerned; those that do not see the focus are not told
     * @param filter the value that subscriptions to the topic filter by
     */
    record Event(
            SubscriptionTopic topic,
            String focus,
            Optional<String> context,
            Set<String> units,
            Optional<String> filter,
            Instant at) {}

    private final JdbcTemplate jdbc;
    private final FanOut fanOut;

    Outbox(JdbcTemplate jdbc, FanOut fanOut) {
        this.jdbc = jdbc;
        this.fanOut = fanOut;
    }

    /** Once for each topic and focus in a transaction, however often that writes the resource. */
    void add(Event event) {
        if (event.units().isEmpty()) {
            return;
        }
        jdbc.update(
                "INSERT INTO outbox_event (topic, focus, context, units, filter, happened_at) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (transaction_id, topic, focus) DO UPDATE SET context = excluded.context, units ="
                        + " (SELECT array_agg(DISTINCT unit) FROM unnest(outbox_event.units || excluded.units) unit)",
                event.topic().code(),
                event.focus(),
                event.context().orElse(null),
                event.units().toArray(String[]::new),
                event.filter().orElse(null),
                event.at().atOffset(ZoneOffset.UTC));
        AfterCommit.run(fanOut::wake);
    }

    /** The ids of those that are units. */
    static Set<String> units(Stream<Reference> references) {
        return references
                .filter(ResourcePath::isOrganization)
                .map(unit -> unit.getReferenceElement().getIdPart())
                .collect(Collectors.toSet());
    }
}
