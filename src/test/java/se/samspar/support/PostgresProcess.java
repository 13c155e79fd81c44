package se.samspar.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL of its own beside the servers that use it, which can be killed: of this machine where it has one. */
public final class PostgresProcess implements AutoCloseable {

    private static final Map<String, String> SETTINGS =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "max_connections", "200");

    private final Path cluster;
    private final int port;
    private final Optional<PostgresTools> tools = PostgresTools.ofThisMachine();
    private EmbeddedPostgres embedded;

    private PostgresProcess(Path cluster, int port) throws IOException {
        this.cluster = cluster;
        this.port = port;
        if (tools.isPresent()) {
            tools.get().initialise(cluster);
        }
        run();
    }

    /** Starts it on the folder. */
    public static PostgresProcess start(Path folder) throws IOException {
        return new PostgresProcess(folder.toAbsolutePath().resolve("postgresql"), freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void run() throws IOException {
        if (tools.isPresent()) {
            tools.get().startServer(cluster, port, SETTINGS);
            return;
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofMinutes(1));
        SETTINGS.forEach(builder::setServerConfig);
        embedded = builder.start();
    }

    public int port() {
        return port;
    }

    /** The tools that it can be backed up with; empty when it is the embedded one. */
    public Optional<PostgresTools> tools() {
        return tools;
    }

    /** With the rights of its owner. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    public Connection connect() throws SQLException {
        return connect("postgres");
    }

    /** The same, as servers have it. */
    public DataSource dataSource(String database) {
        return new DriverManagerDataSource(url(database), "postgres", "");
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
    }

    /** Options of a server that uses this database. */
    public List<String> options(String database) {
        return List.of("--spring.datasource.url=" + url(database), "--spring.datasource.username=postgres");
    }

    /** Ends it and all that it forked as a power cut would. */
    public void kill() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(cluster.resolve("postmaster.pid")).get(0).trim());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all =
                Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** Starts it anew where it was, after a kill. */
    public void startAgain() throws IOException {
        if (embedded != null) {
            embedded.close(); // what this process holds of the one that was killed
        }
        run();
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        } else {
            tools.orElseThrow().stopServer(cluster);
        }
    }
}
