package se.samspar.store;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What the program does unasked as deadlines pass and periods end. It waits until the server is ready, since before that the
 * record may be written anew, and while somebody holds it on a server that is.
 */
@Component
public class Background {

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile boolean ready;

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        ready = true;
    }

    /** Does it now or, while it has to wait, not at all: whoever looks regularly looks again. */
    public void run(Runnable work) {
        if (ready && lock.readLock().tryLock()) {
            try {
                work.run();
            } finally {
                lock.readLock().unlock();
            }
        }
    }

    /** Does this while nothing is done unasked on this node; what is under way ends first. */
    public void hold(Runnable work) {
        lock.writeLock().lock();
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
