package se.samspar.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own on a local folder. The folder belongs to one Samspår process at a time: a file lock,
 * which the operating system frees when a process dies, tells a running server from one that was killed. PostgreSQL
 * outlives a killed server; the next start finds it by its pid file and stops it before it starts its own.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private final FileChannel lockFile;
    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(FileChannel lockFile, EmbeddedPostgres postgres) {
        this.lockFile = lockFile;
        this.postgres = postgres;
    }

    /**
     * Starts PostgreSQL on the folder, which is created when missing, unless nothing is to be created.
     *
     * @throws DataFolderInUseException when another Samspår process holds the folder
     */
    static EmbeddedDatabase start(EmbeddedDatabaseProperties properties) throws IOException {
        Path home = properties.dataDir().toAbsolutePath().normalize();
        if (!properties.create() && !Files.exists(home.resolve("postgresql/PG_VERSION"))) {
            throw new IOException("There is no database in " + home);
        }
        Files.createDirectories(home);
        FileChannel lockFile = lock(home);
        try {
            Path cluster = home.resolve("postgresql");
            stopOrphan(cluster);
            EmbeddedPostgres postgres = postgres(cluster);
            createRole(postgres);
            return new EmbeddedDatabase(lockFile, postgres);
        } catch (IOException | RuntimeException failure) {
            lockFile.close();
            throw failure;
        }
    }

    private static EmbeddedPostgres postgres(Path cluster) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // The library trades durability for speed in tests; here what was accepted must survive.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "256MB")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    /** The program's own login, which may do less than the one that migrates. */
    private static void createRole(EmbeddedPostgres postgres) throws IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    DO $$ BEGIN
                      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%1$s') THEN CREATE ROLE %1$s LOGIN; END IF;
                    END $$"""
                            .formatted(DatabaseProperties.APPLICATION_ROLE));
        } catch (SQLException failure) {
            postgres.close();
            throw new IOException("The role of the program could not be made", failure);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("samspar.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException heldInThisProcess) {
            log.debug("The data folder is held by this process already");
        }
        channel.close();
        throw new DataFolderInUseException(home);
    }

    private static void stopOrphan(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        Optional<ProcessHandle> orphan = lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.get(0).trim())).filter(EmbeddedDatabase::isPostgres);
        if (orphan.isPresent()) {
            log.info("PostgreSQL of a server that was killed still runs on {}; stopping it", cluster);
            orphan.get().destroy();
            awaitExit(orphan.get());
        }
    }

    /** A process id can be taken by an unrelated program after a reboot: only PostgreSQL is ours to stop. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }

    private static void awaitExit(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was stopping", interrupted);
        } catch (ExecutionException | TimeoutException stillRunning) {
            throw new IOException("PostgreSQL process " + process.pid() + " did not stop", stillRunning);
        }
    }

    /** For the program as it runs. */
    String jdbcUrl() {
        return postgres.getJdbcUrl(DatabaseProperties.APPLICATION_ROLE, "postgres");
    }

    /** For migrations. */
    String ownerJdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lockFile.close();
    }
}
