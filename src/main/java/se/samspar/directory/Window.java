package se.samspar.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stretch of time, its end not included.
 *
 * @param start first instant of it
 * @param end first instant after it; later than the start
 */
record Window(Instant start, Instant end) {

    /** The stretch between two instants; empty when there is nothing between them. */
    static Optional<Window> between(Instant start, Instant end) {
        return start.isBefore(end) ? Optional.of(new Window(start, end)) : Optional.empty();
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    Duration length() {
        return Duration.between(start, end);
    }

    /** What lies within the other stretch too. */
    Optional<Window> within(Window other) {
        return between(later(start, other.start), earlier(end, other.end));
    }

    /** What is left of it without the other stretch: nothing, one piece or two. */
    Stream<Window> without(Window other) {
        return Stream.of(between(start, earlier(end, other.start)), between(later(start, other.end), end))
                .flatMap(Optional::stream);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
