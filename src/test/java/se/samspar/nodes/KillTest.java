package se.samspar.nodes;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.Cluster;
import se.samspar.support.Receiver;
import se.samspar.support.ServerProcess;
import se.samspar.support.Subscriptions;

/**
 * Kill -9 at random moments under load: what was answered with success is there, in the access log too, and is notified;
 * nothing is half-written, and what is sent again with its key is done once. {@code bench/crash} runs it with more kills; {@code -Dsamspar.crash.seed} repeats one.
 */
@ResourceLock(Cluster.ONE_AT_A_TIME)
class KillTest {

    private static final Logger log = LoggerFactory.getLogger(KillTest.class);
    private static final int CLIENTS = 4;

    /** What is killed. */
    private enum Victim {
        NODE,
        DATABASE,
        EVERYTHING
    }

    @Test
    void whatWasAnsweredSurvivesAndTheRestIsDoneOnceWhenItIsSentAgain() throws Exception {
        long seed = Long.getLong("samspar.crash.seed", System.nanoTime());
        log.info("Repeated with -Dsamspar.crash.seed={}", seed);
        Random random = new Random(seed);
        try (Receiver receiver = Receiver.start();
                Subscriptions subscriptions = new Subscriptions(Cluster.shared().api())) {
            subscriptions.active("sus-ortopedi", SubscriptionTopic.REQUEST_CHANGED, receiver);
            killAndCheck(random, receiver);
            Cluster.shared(); // with all nodes, to turn the subscription off
        }
    }

    private static void killAndCheck(Random random, Receiver receiver) throws Exception {
        SortedSet<Long> received = new TreeSet<>();
        for (Victim victim : victims(Integer.getInteger("samspar.crash.kills", Victim.values().length))) {
            Cluster cluster = Cluster.running();
            try (Load load = Load.start(cluster, CLIENTS, random.nextLong())) {
                await().atMost(1, TimeUnit.MINUTES).until(() -> load.answered().size() >= CLIENTS);
                TimeUnit.MILLISECONDS.sleep(500 + random.nextInt(2000)); // the random moment
                kill(victim, cluster, random);
                TimeUnit.MILLISECONDS.sleep(500); // who is left goes on
                load.close();
                bringBack(victim, cluster);
                try (Connection database = cluster.postgres().connect()) {
                    Aftermath aftermath = new Aftermath(cluster, load, database, receiver, received);
                    for (Aftermath.Check check : Aftermath.CHECKS) {
                        check.check(aftermath);
                    }
                }
                log.info("{}: {} changes, all there", victim, load.answered().size());
            }
        }
    }

    /** Each in turn. */
    private static List<Victim> victims(int kills) {
        List<Victim> victims = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            victims.add(Victim.values()[kill % Victim.values().length]);
        }
        return victims;
    }

    private static void kill(Victim victim, Cluster cluster, Random random) throws IOException {
        List<ServerProcess> alive = cluster.alive();
        switch (victim) {
            case NODE -> alive.get(random.nextInt(alive.size())).kill();
            case DATABASE -> cluster.postgres().kill();
            case EVERYTHING -> {
                cluster.postgres().kill();
                alive.forEach(ServerProcess::kill);
            }
        }
    }

    /** After the loss of one node the other one has to do. */
    private static void bringBack(Victim victim, Cluster cluster) throws Exception {
        if (victim != Victim.NODE) {
            cluster.postgres().startAgain();
        }
        if (cluster.alive().isEmpty()) {
            cluster.startMissing();
        }
        // Until a node has connections again it says 503, and that one may retry.
        await().atMost(1, TimeUnit.MINUTES).until(() -> cluster.alive().stream()
                .allMatch(node -> node.askForReadiness().status() == 200
                        && cluster.as("sus-ortopedi", node)
                                        .get("Organization/sus-ortopedi")
                                        .status()
                                == 200));
    }
}
