package se.samspar.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two servers on one PostgreSQL. The first test that asks for it starts both at the same moment on an empty database; all
 * tests share it, and whatever one of them has ended is started again for the next. It ends with the tests.
 */
public final class Cluster {

    /** Whose scripts may ask in a browser. */
    public static final String SITE = "https://app.region.example";

    /** The lock of the classes that use it, since some of them end its nodes. */
    public static final String ONE_AT_A_TIME = "cluster";

    private static final int NODES = 2;
    private static Cluster shared;
    private static boolean hasFailed;

    private final PostgresProcess postgres;
    private final ServerProcess[] nodes = new ServerProcess[NODES];
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<String> logsOfFirstStart;

    private Cluster() throws Exception {
        postgres = PostgresProcess.start(Files.createTempDirectory(Path.of("target"), "cluster"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
        startMissing();
        logsOfFirstStart = List.of(nodes[0].log(), nodes[1].log());
    }

    /** With both nodes running. */
    public static Cluster shared() throws Exception {
        Cluster cluster = running();
        cluster.startMissing();
        return cluster;
    }

    /** With as many nodes as the last test left. */
    public static synchronized Cluster running() throws Exception {
        if (shared == null && hasFailed) {
            throw new IllegalStateException("The nodes did not start; see the first test that asked for them");
        }
        if (shared == null) {
            hasFailed = true;
            shared = new Cluster();
            hasFailed = false;
        }
        return shared;
    }

    /** Starts the nodes that do not run, all at once. */
    public void startMissing() throws Exception {
        List<Callable<Void>> starts = new ArrayList<>();
        IntStream.range(0, NODES)
                .filter(node -> nodes[node] == null || !nodes[node].isAlive())
                .forEach(node -> starts.add(() -> {
                    nodes[node] = startOn("postgres");
                    return null;
                }));
        if (!starts.isEmpty()) {
            InParallel.run(starts);
        }
    }

    /** Starts one more server, on a database of this PostgreSQL. */
    public ServerProcess startOn(String database) {
        return ServerProcess.start(
                Path.of("target"),
                Stream.concat(
                                postgres.options(database).stream(),
                                Stream.of(
                                        "--samspar.track.deadline-watch=PT1S",
                                        "--server.forward-headers-strategy=native",
                                        "--samspar.security.cors-origins=" + SITE,
                                        "--spring.datasource.hikari.connection-timeout=3000"))
                        .toArray(String[]::new));
    }

    public PostgresProcess postgres() {
        return postgres;
    }

    public ServerProcess node(int number) {
        return nodes[number];
    }

    public List<ServerProcess> nodes() {
        return List.of(nodes);
    }

    /** The nodes that run. */
    public List<ServerProcess> alive() {
        return Stream.of(nodes).filter(ServerProcess::isAlive).toList();
    }

    /** What the nodes said when the database was still empty. */
    public List<String> logsOfFirstStart() {
        return logsOfFirstStart;
    }

    /** The units as clients of all nodes, each request to the next of them: a race is one between nodes. */
    public SamsparApi api() {
        AtomicInteger requests = new AtomicInteger();
        return new SamsparApi() {
            @Override
            public UnitClient as(String slug) {
                return new UnitClient(
                        HttpClient.newHttpClient(),
                        () -> nodes[requests.getAndIncrement() % NODES].fhirAddress(),
                        Cluster.this.as(slug, 0).token());
            }
        };
    }

    /** The unit as a client of one node, with a token that any of them may have issued. */
    public UnitClient as(String slug, int node) {
        return as(slug, nodes[node]);
    }

    /** The same on a server beside the nodes. */
    public UnitClient as(String slug, ServerProcess server) {
        return server.withToken(
                tokens.computeIfAbsent(slug, unit -> server.as(unit).token()));
    }

    private void end() {
        Stream.of(nodes).filter(node -> node != null && node.isAlive()).forEach(ServerProcess::kill);
        try {
            postgres.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
