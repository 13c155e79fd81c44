package se.samspar.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.support.DemoRequests;
import se.samspar.support.ServerProcess;
import se.samspar.support.TestPatients;

/** A PostgreSQL of one's own, with an owner who is no superuser and a login of the program's own, as the README makes them. */
class OwnDatabaseTest {

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void asTheReadmeSays() throws IOException {
        postgres = EmbeddedPostgres.start();
        JdbcTemplate superuser = new JdbcTemplate(postgres.getPostgresDatabase());
        superuser.execute("CREATE ROLE samspar LOGIN PASSWORD 'secret'");
        superuser.execute("CREATE ROLE samspar_app LOGIN PASSWORD 'other'");
        superuser.execute("CREATE DATABASE samspar OWNER samspar");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    private static String[] options(String login, String password, String... more) {
        return Stream.concat(
                        Stream.of(
                                "--spring.datasource.url="
                                        + postgres.getJdbcUrl("", "samspar").replaceFirst("\\?.*", ""),
                                "--spring.datasource.username=" + login,
                                "--spring.datasource.password=" + password,
                                "--samspar.database.owner-username=samspar",
                                "--samspar.database.owner-password=secret"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void theOwnerMigratesAndTheProgramsOwnLoginServes(@TempDir Path folder) throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, options("samspar_app", "other"))) {
            server.as("vc-dalby")
                    .post(
                            "ServiceRequest/$submit",
                            DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                    .expect(200);
            ServerProcess.Ended verified =
                    ServerProcess.run(folder, options("samspar_app", "other", "--samspar.audit.verify"));
            assertThat(verified.said()).contains("The log is whole.");
            assertThat(verified.status()).isZero();
        }
        JdbcTemplate samspar = new JdbcTemplate(postgres.getDatabase("samspar", "samspar"));
        assertThat(indicators(folder, "--samspar.followup.verify")).isZero();
        assertThat(samspar.update("UPDATE indicator_fact SET unit = 'vc-masen' WHERE indicator = 'requests'"))
                .isEqualTo(1);
        assertThat(indicators(folder, "--samspar.followup.verify")).isEqualTo(1);
        assertThat(indicators(folder, "--samspar.followup.rebuild", "--samspar.followup.verify"))
                .isZero();
        samspar.update("UPDATE hfj_res_ver SET res_text_vc = '{' WHERE res_type = 'ServiceRequest'");
        assertThat(indicators(folder, "--samspar.followup.rebuild", "--samspar.followup.verify"))
                .as("what cannot be read is named, and stops nothing")
                .isEqualTo(1);
        assertThat(samspar.queryForObject("SELECT count(*) FROM audit_event", Integer.class))
                .isPositive();
    }

    private static int indicators(Path folder, String... commands) throws Exception {
        ServerProcess.Ended ended = ServerProcess.run(folder, options("samspar_app", "other", commands));
        assertThat(ended.said().contains("Other facts than follow from the record: ServiceRequest/"))
                .as(ended.said())
                .isEqualTo(ended.status() != 0);
        return ended.status();
    }

    @Test
    void aRoleThatMayChangeTheAccessLogServesNobody(@TempDir Path folder) throws Exception {
        String[] asOwner = options("samspar", "secret", "--spring.datasource.hikari.connection-init-sql=SELECT 1");

        assertThat(ServerProcess.refusedStart(folder, asOwner)).contains("may change the access log");
    }
}
