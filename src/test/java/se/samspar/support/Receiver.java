package se.samspar.support;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.hl7.fhir.r4.model.Bundle;

/** A system of a unit that is notified: a real HTTP server, which answers as it is told to. */
public final class Receiver implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final int OK = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final BlockingQueue<Notification> taken = new LinkedBlockingQueue<>();
    private final BlockingQueue<Notification> refused = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int status = OK;
    private volatile boolean hangs;
    private volatile long pause;
    private volatile Map<String, String> headers = Map.of();

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::take);
        server.start();
    }

    public static Receiver start() {
        return start(0);
    }

    /** On the port of one that was closed. */
    public static Receiver start(int port) {
        try {
            return new Receiver(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With a certificate that the server trusts. */
    public static Receiver startTls() {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(TestTls.context()));
            return new Receiver(server);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String endpoint() {
        return "%s://localhost:%d/hook".formatted(server instanceof HttpsServer ? "https" : "http", port());
    }

    /** Answers with this status from now on. */
    public void answers(int with, String... header) {
        headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
        status = with;
        hangs = false;
    }

    /** Answers nothing from now on. */
    public void hangs() {
        hangs = true;
    }

    /** Takes its time from now on. */
    public void takes(long milliseconds) {
        pause = milliseconds;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Notification notification = new Notification(
                    exchange.getRequestURI().getPath(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    FhirContext.forR4Cached().newJsonParser().parseResource(Bundle.class, body),
                    body);
            boolean accepted = !hangs && status == OK;
            if (!accepted) {
                refused.add(notification);
            }
            if (hangs || pause > 0) {
                closed.await(hangs ? TimeUnit.MINUTES.toMillis(1) : pause, TimeUnit.MILLISECONDS);
            }
            headers.forEach(exchange.getResponseHeaders()::set);
            if (accepted) {
                taken.add(notification);
            }
            exchange.sendResponseHeaders(hangs ? 503 : status, -1);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next notification of a type that it has taken; those of other types before it are passed over. */
    public Notification next(String type) {
        return wait(taken, notification -> notification.type().equals(type));
    }

    /** The next notification of events that it has taken. */
    public Notification next() {
        return next("event-notification");
    }

    /** The notifications until the one about this resource, and that one as the last. */
    public List<Notification> until(String focus) {
        List<Notification> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!all.get(all.size() - 1).focuses().contains(focus));
        return all;
    }

    /** The next notification that it was sent and did not take. */
    public Notification nextRefused(String type) {
        return wait(refused, notification -> notification.type().equals(type));
    }

    private static Notification wait(BlockingQueue<Notification> queue, Predicate<Notification> wanted) {
        try {
            Notification next;
            do {
                next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(next).as("notification").isNotNull();
            } while (!wanted.test(next));
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** All that it was sent and has not been asked for. */
    public List<Notification> rest() {
        List<Notification> all = new ArrayList<>();
        taken.drainTo(all);
        refused.drainTo(all);
        return all;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
