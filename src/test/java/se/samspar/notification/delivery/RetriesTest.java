package se.samspar.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import se.samspar.notification.NotificationProperties;

/** Pauses double from the first to the longest, and go on for as long as it takes. */
class RetriesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofHours(1);

    private final Retries retries = new Retries(new NotificationProperties(
            List.of(),
            "",
            10,
            Duration.ofSeconds(10),
            FIRST,
            MOST,
            Duration.ofDays(3),
            50,
            Duration.ofDays(30),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4)));

    @Property
    void aPauseIsTwiceTheOneBeforeUntilItIsTheLongest(@ForAll @IntRange(max = 1_000_000) int failures) {
        double wanted = Math.min(FIRST.toMillis() * Math.pow(2, Math.min(failures, 20)), MOST.toMillis());

        double pause = Duration.between(NOW, retries.next(failures, NOW)).toMillis();

        assertThat(pause).isBetween(wanted * 0.8 - 1, wanted * 1.2 + 1);
    }

    @Property(tries = 20)
    void subscriptionsThatFailedTogetherDoNotComeBackTogether(@ForAll @IntRange(max = 30) int failures) {
        assertThat(Stream.generate(() -> retries.next(failures, NOW))
                        .limit(50)
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }
}
