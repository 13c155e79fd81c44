package se.samspar.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.samspar.support.Cluster;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.PostgresTools;
import se.samspar.support.ServerProcess;
import se.samspar.support.TestPatients;

/**
 * The scripts in {@code ops} by PostgreSQL's own tools, which the embedded PostgreSQL comes without: on a machine that has
 * none this says so and is skipped, unless {@code -Dsamspar.tools=required} as in CI.
 */
@ResourceLock(Cluster.ONE_AT_A_TIME)
class BackupTest {

    @TempDir
    Path folder;

    private Cluster cluster;
    private PostgresTools tools;

    @BeforeEach
    void withTheTools() throws Exception {
        boolean present = PostgresTools.ofThisMachine().isPresent();
        if (!present && "required".equals(System.getProperty("samspar.tools"))) {
            fail("Backups cannot be tried: install PostgreSQL (server and client) of version 15 or later");
        }
        assumeThat(present)
                .as("Backups are not tried: no PostgreSQL (server and client) of version 15 or later on this machine")
                .isTrue();
        cluster = Cluster.running();
        tools = cluster.postgres().tools().orElseThrow();
    }

    @Test
    void aBackupUnderLoadIsOneMomentAndComesBackAsItWas() throws Exception {
        Path backup = folder.resolve("it's a backup.dump");
        Map<String, String> before;
        List<HttpAnswer> read;
        List<String> urls;
        try (Load load = Load.start(cluster, 2, 1)) {
            urls = Stream.generate(this::submitted)
                    .limit(3)
                    .flatMap(List::stream)
                    .toList();
            try (Connection moment = cluster.postgres().connect()) {
                moment.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                moment.setAutoCommit(false);
                String snapshot = text(moment, "SELECT pg_export_snapshot()");
                int changes = load.answered().size();
                run("ops/backup", backup.toString(), "--snapshot=" + snapshot);
                await().until(() -> load.answered().size() > changes); // writes go on meanwhile
                before = contents(moment);
                moment.rollback();
            }
            read = read(cluster.node(1).isAlive() ? cluster.node(1) : cluster.node(0), urls);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("it's a backup.dump.sha256")).exists();

        run("ops/restore", backup.toString(), "restored");

        try (Connection restored = cluster.postgres().connect("restored")) {
            assertThat(contents(restored)).isEqualTo(before).hasSizeGreaterThan(50);
        }
        ServerProcess.Ended verified = ServerProcess.run(
                folder,
                Stream.concat(cluster.postgres().options("restored").stream(), Stream.of("--samspar.audit.verify"))
                        .toArray(String[]::new));
        assertThat(verified.said()).contains("The log is whole.");
        try (ServerProcess server = cluster.startOn("restored")) {
            assertThat(read(server, urls))
                    .extracting(HttpAnswer::body)
                    .containsExactlyElementsOf(
                            read.stream().map(HttpAnswer::body).toList());
            cluster.as("sus-ortopedi", server)
                    .post(urls.get(0) + "/$receive", null)
                    .expect(200);
        }
    }

    @Test
    void nothingIsOverwrittenAndNothingBrokenIsRestored() throws Exception {
        Path backup = Files.writeString(folder.resolve("broken.dump"), "not what was backed up");
        Files.writeString(folder.resolve("broken.dump.sha256"), "0000");

        assertThat(refused("ops/backup", backup.toString())).contains("is there already");
        assertThat(backup).hasContent("not what was backed up");
        assertThat(refused("ops/restore", backup.toString(), "other")).contains("its checksum is another");
        Files.delete(folder.resolve("broken.dump.sha256"));
        assertThat(refused("ops/restore", backup.toString(), "postgres")).contains("already exists");
    }

    /** A request and its patient, as paths. */
    private List<String> submitted() {
        HttpAnswer answer = cluster.as("vc-dalby", cluster.alive().get(0))
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200);
        return List.of(
                "ServiceRequest/"
                        + answer.entry(ServiceRequest.class).getIdElement().getIdPart(),
                "Patient/" + answer.entry(Patient.class).getIdElement().getIdPart());
    }

    private List<HttpAnswer> read(ServerProcess server, List<String> urls) {
        return urls.stream()
                .map(url -> cluster.as("sus-ortopedi", server).get(url).expect(200))
                .toList();
    }

    /** How many rows each table has, and a hash of all that is in them, in whatever order; large objects too. */
    private static Map<String, String> contents(Connection database) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        try (Statement statement = database.createStatement()) {
            List<String> tables = new ArrayList<>();
            ResultSet names =
                    statement.executeQuery("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'");
            while (names.next()) {
                tables.add(names.getString(1));
            }
            tables.add("pg_largeobject");
            for (String table : tables) {
                contents.put(
                        table,
                        text(
                                database,
                                "SELECT count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM "
                                        + table + " t"));
            }
        }
        return contents;
    }

    private static String text(Connection database, String query) throws SQLException {
        try (ResultSet answer = database.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private void run(String... command) throws IOException {
        Process process = start(command);
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.onExit().join().exitValue()).as(said).isZero();
    }

    private String refused(String... command) throws IOException {
        Process process = start(command);
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.onExit().join().exitValue()).as(said).isNotZero();
        return said;
    }

    private Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", tools.bin() + File.pathSeparator + System.getenv("PATH"));
        builder.environment().put("PGHOST", "localhost");
        builder.environment().put("PGPORT", Integer.toString(cluster.postgres().port()));
        builder.environment().put("PGUSER", "postgres");
        builder.environment().put("PGDATABASE", "postgres");
        return builder.start();
    }
}
