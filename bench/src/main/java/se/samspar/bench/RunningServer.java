package se.samspar.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** A started server with its PostgreSQL. Only one runs at a time, and none outlives this program. */
final class RunningServer implements AutoCloseable {

    private static final AtomicReference<RunningServer> CURRENT = new AtomicReference<>();

    private static final long STOP_SECONDS = 45;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Optional.ofNullable(CURRENT.get())
                .ifPresent(RunningServer::close)));
    }

    private final Target target;
    private final Process process;
    private final Path data;
    private final FhirClient client;
    private volatile long ready;
    private volatile double startSeconds;
    private volatile ProcessHandle postgres;

    RunningServer(Target target, Process process, Path data, FhirClient client) {
        this.target = target;
        this.process = process;
        this.data = data;
        this.client = client;
    }

    /** Takes the place of the server that runs; there must be none. */
    static void onlyOne(RunningServer server) {
        if (!CURRENT.compareAndSet(null, server)) {
            throw new IllegalStateException("Another server is running");
        }
    }

    void isReady(double seconds) {
        startSeconds = seconds;
        ready = System.nanoTime();
        postgres = postgresInPidFile().orElse(null);
    }

    Target target() {
        return target;
    }

    FhirClient client() {
        return client;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** From the start of the process to the first useful answer. */
    double startSeconds() {
        return startSeconds;
    }

    double ageSeconds() {
        return (System.nanoTime() - ready) / 1e9;
    }

    long pid() {
        return process.pid();
    }

    long postmaster() {
        return Long.parseLong(postmasterLine(0));
    }

    Database database() {
        return new Database(Integer.parseInt(postmasterLine(3)));
    }

    /** PostgreSQL notes in this file its process id, data folder, start time and port, a line each. */
    private String postmasterLine(int line) {
        return Processes.read(pidFile())
                .lines()
                .skip(line)
                .findFirst()
                .orElseThrow()
                .trim();
    }

    private Path pidFile() {
        return data.resolve("postgresql/postmaster.pid");
    }

    /** Ends the server in an orderly way, which ends its PostgreSQL; what does not end is ended. */
    @Override
    public synchronized void close() {
        end(process.toHandle());
        Optional.ofNullable(postgres).or(this::postgresInPidFile).ifPresent(RunningServer::end);
        CURRENT.compareAndSet(this, null);
    }

    private Optional<ProcessHandle> postgresInPidFile() {
        return Files.exists(pidFile())
                ? ProcessHandle.of(postmaster())
                        .filter(handle -> handle.info().command().orElse("").contains("postgres"))
                : Optional.empty();
    }

    private static void end(ProcessHandle handle) {
        CompletableFuture<ProcessHandle> end = handle.onExit();
        handle.destroy();
        try {
            end.get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stillRunning) {
            handle.destroyForcibly();
        } catch (InterruptedException interrupted) {
            handle.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
