package se.samspar.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A closed loop: each client sends its next request when the last one was answered. */
final class Load {

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private final RunningServer server;
    private final Work work;
    private final Supplier<Call> calls;
    private final Consumer<String> answers;
    private final AtomicBoolean failed = new AtomicBoolean();

    Load(RunningServer server, Work work, Supplier<Call> calls) {
        this(server, work, calls, answer -> {});
    }

    /** @param answers takes every answer; called by many threads */
    Load(RunningServer server, Work work, Supplier<Call> calls, Consumer<String> answers) {
        this.server = server;
        this.work = work;
        this.calls = calls;
        this.answers = answers;
    }

    /** Runs until so many operations or so much time, whichever comes first. */
    Sample run(int clients, int mostOperations, double mostSeconds) {
        work.check(server.client().send(calls.get()));
        Usage before = Usage.of(server);
        long begin = System.nanoTime();
        long deadline = begin + (long) (mostSeconds * 1e9);
        long[] nanos = runClients(clients, new AtomicInteger(mostOperations), deadline);
        double seconds = (System.nanoTime() - begin) / 1e9;
        Usage after = Usage.of(server);
        Usage used = after.minus(before);
        double foreign =
                Math.max(0, used.machine - used.server - used.database - used.bench) / (seconds * 1000 * CORES);
        return new Sample(nanos, seconds, used.server, used.database, foreign);
    }

    private long[] runClients(int clients, AtomicInteger left, long deadline) {
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try {
            List<Future<long[]>> loops = IntStream.range(0, clients)
                    .mapToObj(client -> pool.submit(() -> loop(left, deadline)))
                    .toList();
            List<long[]> parts = new ArrayList<>();
            for (Future<long[]> loop : loops) {
                parts.add(loop.get());
            }
            return parts.stream().flatMapToLong(Arrays::stream).toArray();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(server.target().title() + " failed at " + work, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            pool.shutdownNow();
        }
    }

    private long[] loop(AtomicInteger left, long deadline) {
        long[] nanos = new long[1024];
        int count = 0;
        try {
            while (!failed.get() && System.nanoTime() < deadline && left.getAndDecrement() > 0) {
                Call call = calls.get();
                long begin = System.nanoTime();
                String answer = server.client().send(call);
                long taken = System.nanoTime() - begin;
                answers.accept(answer);
                nanos = count == nanos.length ? Arrays.copyOf(nanos, 2 * count) : nanos;
                nanos[count++] = taken;
            }
        } catch (RuntimeException failure) {
            failed.set(true);
            throw failure;
        }
        return Arrays.copyOf(nanos, count);
    }

    /** Processor time so far in ms. */
    private record Usage(double server, double database, double bench, double machine) {

        static Usage of(RunningServer server) {
            return new Usage(
                    Processes.cpuMillis(server.pid()),
                    Processes.cpuMillisWithChildren(server.postmaster()),
                    Processes.cpuMillis(ProcessHandle.current().pid()),
                    Processes.machineMillis());
        }

        Usage minus(Usage before) {
            return new Usage(
                    server - before.server, database - before.database, bench - before.bench, machine - before.machine);
        }
    }
}
