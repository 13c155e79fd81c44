package se.samspar.notification.delivery;

import java.util.List;
import se.samspar.notification.outbox.EventTable.Numbered;
import se.samspar.notification.subscription.Terms.Content;

/**
 * What a notification is to say.
 *
 * @param kind as the guide names it
 * @param lastNumber of the subscription's latest event
 */
record Notice(Kind kind, long lastNumber, List<Numbered> events, Content content) {

    /** Why something is said. */
    enum Kind {
        HANDSHAKE("handshake"),
        HEARTBEAT("heartbeat"),
        EVENT("event-notification"),
        STATUS("query-status"),
        QUERY("query-event");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** Without events. */
    static Notice of(Kind kind, long lastNumber) {
        return new Notice(kind, lastNumber, List.of(), Content.EMPTY);
    }
}
