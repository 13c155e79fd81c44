package se.samspar.notification.subscription;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the server keeps of a Subscription beside the resource.
 *
 * @param id of the resource
 * @param unit id of the Organization whose it is
 * @param headers to be sent with every notification
 * @param generation how often the unit has written it
 * @param handshakeDue is the endpoint still to be asked?
 * @param confirmed has the endpoint answered its latest handshake?
 * @param stopped has it been turned off?
 * @param endsAt when it is turned off by itself
 * @param heartbeat seconds without a notification until a heartbeat
 * @param lastNumber of its latest event
 * @param failures attempts in a row that failed
 * @param nextAttempt not before, while attempts fail
 * @param slow did the endpoint take its time at the latest attempt?
 * @param lastSent when it was last told something
 */
public record State(
        String id,
        String unit,
        List<String> headers,
        int generation,
        boolean handshakeDue,
        boolean confirmed,
        boolean stopped,
        Optional<Instant> endsAt,
        Optional<Integer> heartbeat,
        long lastNumber,
        int failures,
        Optional<Instant> nextAttempt,
        boolean slow,
        Optional<Instant> lastSent) {

    public boolean isOver(Instant now) {
        return endsAt.filter(end -> !end.isAfter(now)).isPresent();
    }

    /** When it is to be told that there is nothing to tell. */
    public Optional<Instant> heartbeatDue() {
        return heartbeat.flatMap(seconds -> lastSent.map(last -> last.plusSeconds(seconds)));
    }
}
