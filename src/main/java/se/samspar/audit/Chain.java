package se.samspar.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A place in the chain of seals.
 *
 * @param position how many events are sealed up to here
 * @param hash of all of them, in hexadecimal digits
 */
record Chain(long position, String hash) {

    /** Before the first event. */
    static final Chain START = new Chain(0, "0".repeat(64));

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

    /** As {@link #toString} writes it. */
    static Chain parse(String written) {
        var parts = WRITTEN.matcher(written.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "A head is a position, a colon and 64 hexadecimal digits, not " + written);
        }
        return new Chain(Long.parseLong(parts.group(1)), parts.group(2));
    }

    /** The place after this event. */
    Chain with(AccessEvent event) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(hash));
            digest.update(content(event).getBytes(StandardCharsets.UTF_8));
            return new Chain(position + 1, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** All that a row says, each value with its length before it, so that no two rows are written alike. */
    private static String content(AccessEvent event) {
        StringBuilder content = new StringBuilder();
        append(content, event.id());
        append(content, event.occurred());
        for (Object value : event.access().values()) {
            if (value instanceof List<?> list) {
                append(content, list.size());
                list.forEach(element -> append(content, element));
            } else {
                append(content, value);
            }
        }
        return content.toString();
    }

    private static void append(StringBuilder content, Object value) {
        String text = Objects.toString(value, null);
        content.append(text == null ? "-" : text.length() + ":" + text).append(';');
    }

    @Override
    public String toString() {
        return position + ":" + hash;
    }
}
