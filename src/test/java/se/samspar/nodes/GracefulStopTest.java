package se.samspar.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.samspar.support.Cluster;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.ServerProcess;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A node that is told to end takes no more requests, ends those that it has, and leaves the work to the others. */
@ResourceLock(Cluster.ONE_AT_A_TIME)
class GracefulStopTest {

    @Test
    void whatIsUnderWayIsDoneAndAnsweredAndTheOtherNodeServesOn() throws Exception {
        Cluster cluster = Cluster.shared();
        ServerProcess stopped = cluster.node(0);
        UnitClient dalby = cluster.as("vc-dalby", 0);
        Patient patient = TestPatients.next();
        CompletableFuture<HttpAnswer> underWay;
        try (Connection other = cluster.postgres().connect()) {
            lock(other, "pg_advisory_lock", patient);
            underWay = CompletableFuture.supplyAsync(() ->
                    dalby.post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), patient)));
            await().until(() -> isWaitedFor(other));

            stopped.terminate();

            await().until(() -> catchThrowable(stopped::askForReadiness) instanceof UncheckedIOException);
            cluster.as("vc-dalby", 1)
                    .post(
                            "ServiceRequest/$submit",
                            DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                    .expect(200);
            assertThat(underWay).isNotDone();
            lock(other, "pg_advisory_unlock", patient);
        }
        String request = underWay.get(1, TimeUnit.MINUTES)
                .expect(200)
                .entry(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        cluster.as("sus-ortopedi", 1).get("ServiceRequest/" + request).expect(200);
        await().until(() -> !stopped.isAlive());
    }

    /** Whoever takes in a patient waits for this lock. */
    private static void lock(Connection connection, String function, Patient patient) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT " + function + "(hashtextextended('patient ' || ?, 0))")) {
            lock.setString(
                    1,
                    patient.getIdentifierFirstRep().getSystem() + "|"
                            + patient.getIdentifierFirstRep().getValue());
            lock.execute();
        }
    }

    private static boolean isWaitedFor(Connection connection) throws SQLException {
        try (ResultSet waiting = connection
                .createStatement()
                .executeQuery("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")) {
            return waiting.next();
        }
    }
}
