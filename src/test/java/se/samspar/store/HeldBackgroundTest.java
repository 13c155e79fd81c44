package se.samspar.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the program does unasked waits for the server, and for whoever holds it. */
class HeldBackgroundTest {

    private final Background background = new Background();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void nothingIsDoneBeforeTheServerIsReady() {
        background.run(done::incrementAndGet);
        assertThat(done).hasValue(0);

        background.start();
        background.run(done::incrementAndGet);
        assertThat(done).hasValue(1);
    }

    @Test
    void norWhileSomebodyHoldsIt() {
        background.start();
        background.hold(() -> CompletableFuture.runAsync(() -> background.run(done::incrementAndGet))
                .join());
        assertThat(done).hasValue(0);

        background.run(done::incrementAndGet);
        assertThat(done).hasValue(1);
    }
}
