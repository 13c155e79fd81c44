package se.samspar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ca.uhn.fhir.rest.api.Constants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.ServerProcess;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Without the log there is no access, and of an access that there was the log is not lost. On a server of its own. */
class LostLogTest {

    private static final int ANSWERS = 60;

    @Test
    void whatIsNotLoggedDoesNotHappenAndWhatHasHappenedIsLogged(@TempDir Path folder) throws Exception {
        Queue<String> answered = new ConcurrentLinkedQueue<>();
        JdbcTemplate owner;
        try (ServerProcess server = ServerProcess.start(folder)) {
            owner = owner(folder);
            nothingHappensUnlogged(server, owner);
            nothingIsLostByAKill(server, answered);
        }
        assertThat(answered).hasSizeGreaterThanOrEqualTo(ANSWERS);
        JdbcTemplate orphan = owner; // PostgreSQL outlives the server
        assertThat(answered).allSatisfy(id -> assertThat(orphan.queryForObject(
                        "SELECT count(*) FROM audit_event WHERE request_id = ? AND status = 200", Integer.class, id))
                .isPositive());
        theCommandFindsTheLogWholeUntilSomebodyChangesIt(folder);
    }

    private static void nothingHappensUnlogged(ServerProcess server, JdbcTemplate owner) {
        UnitClient clinic = server.as("sus-ortopedi");
        UnitClient healthCentre = server.as("vc-dalby");
        var submit = DemoRequests.submit(DemoRequests.consultation(), TestPatients.next());
        ServiceRequest request =
                healthCentre.post("ServiceRequest/$submit", submit).expect(200).entry(ServiceRequest.class);
        owner.execute("REVOKE INSERT ON audit_event FROM samspar_app");

        HttpAnswer read = clinic.get(LoggedAccesses.path(request)).refused(503);
        assertThat(read.header("Retry-After")).isNotBlank();
        assertThat(read.body()).doesNotContain("knäsmärta", LoggedAccesses.patient(request));
        assertThat(clinic.send("HEAD", LoggedAccesses.path(request), null).status())
                .isEqualTo(503);
        clinic.get("Task?owner=Organization/sus-ortopedi").refused(503);
        server.withToken(null).get("Patient").refused(503);
        server.withToken(null).get("metadata").expect(200);

        long before = resources(owner);
        healthCentre
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .refused(503);
        assertThat(resources(owner)).isEqualTo(before);

        owner.execute("GRANT INSERT ON audit_event TO samspar_app");
        clinic.get(LoggedAccesses.path(request)).expect(200);
    }

    private static long resources(JdbcTemplate owner) {
        return owner.queryForObject("SELECT count(*) FROM hfj_resource", Long.class);
    }

    private static void nothingIsLostByAKill(ServerProcess server, Queue<String> answered) throws Exception {
        UnitClient healthCentre = server.as("vc-dalby");
        CountDownLatch enough = new CountDownLatch(ANSWERS);
        Callable<Void> reads =
                untilItIsGone(answered, enough, () -> healthCentre.get("Task?requester=Organization/vc-dalby"));
        Callable<Void> writes = untilItIsGone(
                answered,
                enough,
                () -> healthCentre.post(
                        "ServiceRequest/$submit",
                        DemoRequests.submit(DemoRequests.consultation(), TestPatients.next())));
        InParallel.run(List.of(reads, writes, reads, writes, () -> {
            enough.await();
            server.kill();
            return null;
        }));
    }

    private static Callable<Void> untilItIsGone(
            Queue<String> answered, CountDownLatch enough, Supplier<HttpAnswer> request) {
        return () -> {
            Throwable gone = catchThrowable(() -> {
                while (true) {
                    answered.add(request.get().expect(200).header(Constants.HEADER_REQUEST_ID));
                    enough.countDown();
                }
            });
            assertThat(gone).isInstanceOf(UncheckedIOException.class);
            return null;
        };
    }

    private static void theCommandFindsTheLogWholeUntilSomebodyChangesIt(Path folder) throws Exception {
        ServerProcess.Ended whole = ServerProcess.run(folder, "--samspar.audit.verify");
        assertThat(whole.said()).contains("events sealed").contains("The log is whole.");
        assertThat(whole.status()).as(whole.said()).isZero();
        String head = whole.said().replaceAll("(?s).*Head (\\d+:[0-9a-f]{64}).*", "$1");

        ServerProcess.Ended same = ServerProcess.run(folder, "--samspar.audit.verify", "--samspar.audit.head=" + head);
        assertThat(same.status()).as(same.said()).isZero();

        String another = head.replaceFirst(":.*", ":" + "a".repeat(64));
        ServerProcess.Ended other =
                ServerProcess.run(folder, "--samspar.audit.verify", "--samspar.audit.head=" + another);
        assertThat(other.status()).as(other.said()).isEqualTo(1);
        assertThat(other.said()).contains("is not in the chain");
    }

    /** As the owner of the embedded database. */
    private static JdbcTemplate owner(Path folder) throws IOException {
        String port =
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(3);
        return new JdbcTemplate(
                new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", ""));
    }
}
