package se.samspar.nodes;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.support.Cluster;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.ServerProcess;
import se.samspar.support.TestPatients;

/**
 * Clients that send changes to whichever node runs, each with an Idempotency-Key, and remember what they were answered: a
 * request for a new patient, one more for the same patient against a rule, and what the clinic does with the first.
 */
final class Load implements AutoCloseable {

    private static final String HEALTH_CENTRE = "vc-dalby";
    private static final String CLINIC = "sus-ortopedi";
    private static final String SUBMIT = "ServiceRequest/$submit";

    /** The one that takes the patient in. */
    static final String FIRST = "-first";

    private static final String SECOND = "-second";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    /**
     * What a client wants done.
     *
     * @param number the identity number of the patient that it is about
     */
    record Change(String unit, String path, Parameters body, String key, String number) {

        boolean isSubmission() {
            return path.equals(SUBMIT);
        }

        boolean isAgainstARule() {
            return key.endsWith(SECOND);
        }
    }

    private final Cluster cluster;
    private final Map<Change, HttpAnswer> answered = new ConcurrentHashMap<>();
    private final Queue<Change> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<HttpAnswer> refused = new ConcurrentLinkedQueue<>();
    private final List<Thread> clients = new ArrayList<>();
    private volatile boolean isRunning = true;

    private Load(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Starts so many clients. */
    static Load start(Cluster cluster, int clients, long seed) {
        Load load = new Load(cluster);
        for (int client = 0; client < clients; client++) {
            Random random = new Random(seed + client);
            Thread thread = new Thread(() -> load.run(random), "client " + client);
            thread.start();
            load.clients.add(thread);
        }
        return load;
    }

    private void run(Random random) {
        while (isRunning) {
            Patient patient = TestPatients.next();
            Parameters request = DemoRequests.submit(DemoRequests.consultation(), patient);
            HttpAnswer first = send(change(HEALTH_CENTRE, SUBMIT, request, patient, FIRST), random.nextInt(2));
            if (first == null) {
                LockSupport.parkNanos(PAUSE); // as a client would before it tries again
                continue;
            }
            String id = first.entry(ServiceRequest.class).getIdElement().getIdPart();
            send(
                    change(CLINIC, "ServiceRequest/" + id + "/$receive", new Parameters(), patient, "-receive"),
                    random.nextInt(2));
            Parameters again = DemoRequests.justified(request.copy(), "one-active-request");
            send(change(HEALTH_CENTRE, SUBMIT, again, patient, SECOND), random.nextInt(2));
        }
    }

    private static Change change(String unit, String path, Parameters body, Patient patient, String which) {
        String number = patient.getIdentifierFirstRep().getValue();
        return new Change(unit, path, body, "load-" + number + which, number);
    }

    /** What a running node answers, the given one if it can be; null when it does not or fails. */
    private HttpAnswer send(Change change, int preferred) {
        List<ServerProcess> alive = cluster.alive();
        HttpAnswer answer = alive.isEmpty() ? null : post(change, alive.get(preferred % alive.size()));
        if (answer == null || answer.status() >= 500) {
            unanswered.add(change);
            return null;
        }
        if (answer.status() != 200) {
            refused.add(answer);
            return null;
        }
        answered.put(change, answer);
        return answer;
    }

    HttpAnswer post(Change change, ServerProcess node) {
        try {
            return cluster.as(change.unit(), node)
                    .post(change.path(), change.body(), "Idempotency-Key: " + change.key());
        } catch (UncheckedIOException gone) {
            return null;
        }
    }

    /** Sends once more what was not answered; what is answered now counts as such. */
    void sendUnansweredAgain() {
        for (Change change = unanswered.poll(); change != null; change = unanswered.poll()) {
            ServerProcess node = cluster.alive().get(0);
            answered.put(change, post(change, node).expect(200));
        }
    }

    Map<Change, HttpAnswer> answered() {
        return answered;
    }

    List<Change> unanswered() {
        return List.copyOf(unanswered);
    }

    /** Answers that nothing explains: no change contradicts another. */
    List<HttpAnswer> refused() {
        return List.copyOf(refused);
    }

    /** Ends when each client has its answer, or knows that there is none. */
    @Override
    public void close() {
        isRunning = false;
        for (Thread client : clients) {
            try {
                client.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
