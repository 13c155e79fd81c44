package se.samspar.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.Cluster;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.Receiver;
import se.samspar.support.Subscriptions;
import se.samspar.support.TestPatients;

/** Any number of nodes on one database are one server. */
@ResourceLock(Cluster.ONE_AT_A_TIME)
class TwoNodesTest {

    private static final String CLINIC = "sus-ortopedi";
    private static final String ADMIN = "samspar-admin";

    private Cluster cluster;

    @BeforeEach
    void bothNodesRun() throws Exception {
        cluster = Cluster.shared();
    }

    @Test
    void nodesThatStartAtOnceOnAnEmptyDatabaseMakeItOnce() throws Exception {
        assertThat(cluster.logsOfFirstStart()).noneMatch(log -> log.contains("ERROR") || log.contains("Exception"));
        try (Connection database = cluster.postgres().connect()) {
            assertThat(number(database, "SELECT count(*) - count(DISTINCT version) FROM samspar_migration"))
                    .isZero();
            assertThat(number(database, "SELECT count(*) FROM samspar_migration WHERE NOT success"))
                    .isZero();
            assertThat(number(
                            database,
                            "SELECT count(*) FROM hfj_resource WHERE res_type = 'Organization' AND res_ver > 1"))
                    .as("resources of the demo region that were written twice")
                    .isZero();
            assertThat(number(database, "SELECT count(*) FROM demo_issuer_key")).isOne();
        }
        long written = cluster.logsOfFirstStart().stream()
                .mapToLong(log ->
                        Long.parseLong(log.replaceAll("(?s).*Demo region: \\d+ resources, (\\d+) of them new.*", "$1")))
                .sum();
        long region = Long.parseLong(
                cluster.logsOfFirstStart().get(0).replaceAll("(?s).*Demo region: (\\d+) resources.*", "$1"));
        assertThat(written).isEqualTo(region);
    }

    @Test
    void aTokenOfOneNodeIsGoodForTheOther() {
        for (int issuer = 0; issuer < 2; issuer++) {
            String token = cluster.node(issuer).as(CLINIC).token();
            cluster.node(1 - issuer)
                    .withToken(token)
                    .get("Organization/" + CLINIC)
                    .expect(200);
        }
    }

    @Test
    void whatOneNodeWritesTheOtherReadsAtOnce() {
        HttpAnswer submitted = submit(0);
        String request = "ServiceRequest/"
                + submitted.entry(ServiceRequest.class).getIdElement().getIdPart();
        cluster.as(CLINIC, 1).get(request).expect(200);
        cluster.as(CLINIC, 1).post(request + "/$receive", null).expect(200);
        assertThat(cluster.as(CLINIC, 0).get("Task?focus=" + request).body()).contains("\"received\"");
    }

    @Test
    void whatBothNodesWriteIsNotifiedOnceAndInOrder() throws Exception {
        try (Receiver receiver = Receiver.start();
                Subscriptions subscriptions = new Subscriptions(cluster.api())) {
            subscriptions.active(CLINIC, SubscriptionTopic.TASK_FOR_UNIT, receiver);
            int each = 10;
            List<Callable<HttpAnswer>> writes = new ArrayList<>();
            for (int write = 0; write < each; write++) {
                writes.add(() -> submit(0));
                writes.add(() -> submit(1));
            }
            InParallel.run(writes);

            List<Long> numbers = new ArrayList<>();
            while (numbers.size() < writes.size()) {
                numbers.addAll(receiver.next().numbers());
            }
            assertThat(numbers)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, writes.size()).boxed().toList());
        }
    }

    @Test
    void whatANodeDidNotFindItFindsWhenTheOtherHasWrittenIt() {
        String id = "nod-" + TestPatients.nextNumber();
        Organization unit = cluster.as(ADMIN, 0).read(Organization.class, "vc-limhamn");
        unit.setId(id);
        unit.setMeta(null);
        unit.getIdentifierFirstRep().setValue("SE2321000255-DEMO-" + id.toUpperCase(Locale.ROOT));
        assertThat(cluster.as(CLINIC, 1).get("Organization/" + id).status()).isEqualTo(404);

        cluster.as(ADMIN, 0).put("Organization/" + id, unit).expect(201);

        cluster.as(CLINIC, 1).get("Organization/" + id).expect(200);
        assertThat(cluster.as(CLINIC, 1).get("Organization?_id=" + id).entries(Organization.class))
                .hasSize(1);
    }

    /** Withdrawn access is no matter of a cache: the node that did not write it refuses at once. */
    @Test
    void accessThatEndsOnOneNodeEndsOnTheOther() {
        ServiceRequest sent = cluster.as("vc-dalby", 0)
                .post(
                        "ServiceRequest/$submit",
                        DemoRequests.submit(DemoRequests.internalMedicine(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);
        String request = "ServiceRequest/" + sent.getIdElement().getIdPart();
        String before = "sus-akut-internmedicin";
        cluster.as(before, 1).get(request).expect(200);

        cluster.as(before, 0)
                .post(request + "/$triage", DemoRequests.forwardToTrelleborg())
                .expect(200);

        assertThat(cluster.as(before, 1).get(request).status()).isEqualTo(404);
        cluster.as("trelleborg-akut-internmedicin", 1).get(request).expect(200);
    }

    @Test
    void aClientPagesOnAtWhicheverNode() {
        List<String> found = new ArrayList<>();
        HttpAnswer page =
                cluster.as(CLINIC, 0).get("Organization?_count=7&_sort=_id").expect(200);
        for (int pages = 1; page.resource(Bundle.class).getLink("next") != null; pages++) {
            ids(page, found);
            String next = page.resource(Bundle.class).getLink("next").getUrl().replaceAll("^.*/fhir/?", "");
            page = cluster.as(CLINIC, pages % 2).get(next).expect(200);
            assertThat(pages).isLessThan(100);
        }
        ids(page, found);
        assertThat(found).hasSizeGreaterThan(28).doesNotHaveDuplicates();
    }

    @Test
    void aPageLinkIsItsSearchersOwnAtTheOtherNodeToo() {
        submit(0);
        submit(0);
        String next = cluster.as("vc-dalby", 0)
                .get("ServiceRequest?_count=1")
                .expect(200)
                .resource(Bundle.class)
                .getLink("next")
                .getUrl()
                .replaceAll("^.*/fhir/?", "");
        assertThat(cluster.as(CLINIC, 1).get(next).status()).isEqualTo(410);
        cluster.as("vc-dalby", 1).get(next).expect(200);
    }

    @Test
    void linksLeadToTheLoadBalancerThatTheRequestCameThrough() {
        String[] proxy = {"X-Forwarded-Proto: https", "X-Forwarded-Host: samspar.example", "X-Forwarded-Port: 443"};
        Bundle page = cluster.as(CLINIC, 0)
                .get("Organization?_count=1", proxy)
                .expect(200)
                .resource(Bundle.class);
        assertThat(page.getLink())
                .allSatisfy(link -> assertThat(link.getUrl()).startsWith("https://samspar.example/fhir"));
        assertThat(cluster.as(CLINIC, 1)
                        .get(".well-known/smart-configuration", proxy)
                        .body())
                .contains("\"https://samspar.example/oauth2/token\"");
    }

    private HttpAnswer submit(int node) {
        return cluster.as("vc-dalby", node)
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200);
    }

    private static void ids(HttpAnswer page, List<String> found) {
        page.entries(Organization.class)
                .forEach(unit -> found.add(unit.getIdElement().getIdPart()));
    }

    private static long number(Connection database, String query) throws SQLException {
        try (ResultSet answer = database.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
