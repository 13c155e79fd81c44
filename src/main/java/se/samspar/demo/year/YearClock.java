package se.samspar.demo.year;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The clock of the demo server: the real one but for requests of the generator, while it makes its year. For those it stands
 * still at the time that they came with.
 */
@Component
@Primary
@Profile("demo")
class YearClock extends Clock {

    private final Clock real = Clock.systemUTC();
    private final ThreadLocal<Instant> simulated = new ThreadLocal<>();

    private volatile Optional<String> secret = Optional.empty();

    /** From now on whoever knows the answer may say what time it is. */
    String open() {
        String made = UUID.randomUUID().toString();
        secret = Optional.of(made);
        return made;
    }

    void close() {
        secret = Optional.empty();
    }

    /** The time that a request came with, as the secret, a space and an instant; empty where it may not say so. */
    Optional<Instant> read(String sent) {
        String[] parts = sent.split(" ", 2);
        return secret.filter(known -> parts.length == 2 && isSame(known, parts[0]))
                .flatMap(known -> instant(parts[1]));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** What this thread does until {@link #goOn} happens at that time. */
    void standAt(Instant time) {
        simulated.set(time);
    }

    void goOn() {
        simulated.remove();
    }

    @Override
    public Instant instant() {
        Instant time = simulated.get();
        return time == null ? real.instant() : time;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Times are instants here; what is a day is asked of SwedishTime");
    }
}
