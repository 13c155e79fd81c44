package se.samspar.notification.subscription;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Subscription;

/**
 * The headers that a notification is sent with. They may hold secrets, so the resource shows their names only; whoever
 * writes back what it has read keeps the values.
 */
public final class Headers {

    private static final String MASK = "***";
    private static final String SENT = Headers.class.getName() + ".sent";

    private Headers() {}

    /** Puts the values out of sight; they stay with the resource in memory until it is written. */
    static void mask(Subscription subscription) {
        List<String> sent = texts(subscription);
        subscription.setUserData(SENT, sent);
        subscription
                .getChannel()
                .setHeader(sent.stream()
                        .map(header -> new StringType(name(header) + ": " + MASK))
                        .toList());
    }

    /** What the client has sent for this write. */
    @SuppressWarnings("unchecked") // only mask() writes it
    private static List<String> sent(Subscription subscription) {
        List<String> sent = (List<String>) subscription.getUserData(SENT);
        return sent == null ? texts(subscription) : sent;
    }

    /** The names of those of which the client has not sent the values. */
    public static Stream<String> unchanged(Subscription subscription) {
        return sent(subscription).stream().filter(Headers::isMasked).map(Headers::name);
    }

    /** Are all of them one line, which says what it seems to say? */
    public static boolean arePlain(Subscription subscription) {
        return sent(subscription).stream().allMatch(header -> header.matches("[!-9;-~]+: [ -~]*"));
    }

    /** The names of those that the resource has. */
    public static Stream<String> names(Subscription subscription) {
        return texts(subscription).stream().map(Headers::name);
    }

    /** All with their values, from those known until now where the client has not sent them. */
    static List<String> merged(Subscription subscription, List<String> known) {
        Map<String, String> byName =
                known.stream().collect(Collectors.toMap(Headers::name, header -> header, (one, other) -> one));
        return sent(subscription).stream()
                .map(header -> isMasked(header) ? byName.getOrDefault(name(header), header) : header)
                .toList();
    }

    private static boolean isMasked(String header) {
        return header.endsWith(": " + MASK);
    }

    /** Names of headers are the same in either case. */
    private static String name(String header) {
        return header.split(":", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> texts(Subscription subscription) {
        return subscription.getChannel().getHeader().stream()
                .map(header -> String.valueOf(header.getValue()))
                .toList();
    }
}
