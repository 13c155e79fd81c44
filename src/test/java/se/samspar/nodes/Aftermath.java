package se.samspar.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.nodes.Load.Change;
import se.samspar.support.Cluster;
import se.samspar.support.HttpAnswer;
import se.samspar.support.Receiver;
import se.samspar.support.ServerProcess;

/** What has to hold after a crash. */
final class Aftermath {

    /** How many of the latest changes are read and repeated by HTTP; of all others the rows are looked at. */
    private static final int LATEST = 20;

    /** The events of the one subscription that runs. */
    private static final String OF_SUBSCRIPTION =
            "SELECT %s FROM subscription_event JOIN subscription_state USING (subscription) WHERE NOT stopped";

    /** Something that holds after every crash. */
    @FunctionalInterface
    interface Check {
        void check(Aftermath aftermath) throws SQLException;
    }

    /** In this order: towards the end it sends again what was not answered. */
    static final List<Check> CHECKS = List.of(
            Aftermath::nothingWasRefused,
            Aftermath::everyAnsweredChangeIsThere,
            Aftermath::everyAnsweredChangeIsInTheAccessLog,
            Aftermath::everyAnsweredChangeIsNotified,
            Aftermath::nothingIsHalfWritten,
            Aftermath::whatWasNotAnsweredIsThereAsAWholeOrNotAtAll,
            Aftermath::aRepeatedKeyGivesTheFirstAnswer,
            Aftermath::whatIsSentAgainIsDoneOnce,
            Aftermath::everyAnsweredChangeIsNotified);

    private final Cluster cluster;
    private final Load load;
    private final Connection database;
    private final Receiver receiver;

    /** Numbers of the events that have come since the subscription began. */
    private final SortedSet<Long> received;

    Aftermath(Cluster cluster, Load load, Connection database, Receiver receiver, SortedSet<Long> received) {
        this.cluster = cluster;
        this.load = load;
        this.database = database;
        this.receiver = receiver;
        this.received = received;
    }

    private void nothingWasRefused() {
        assertThat(load.refused()).extracting(HttpAnswer::body).isEmpty();
    }

    private void everyAnsweredChangeIsThere() throws SQLException {
        assertThat(query("SELECT key FROM idempotency_key WHERE answer IS NOT NULL"))
                .containsAll(load.answered().keySet().stream().map(Change::key).toList());
        assertThat(query("SELECT res_type || '/' || fhir_id FROM hfj_resource"))
                .containsAll(submissions().flatMap(Aftermath::written).toList());
        assertThat(query("SELECT request_id FROM request_event WHERE status = 'received'"))
                .containsAll(load.answered().keySet().stream()
                        .filter(change -> !change.isSubmission())
                        .map(change -> change.path().split("/")[1])
                        .toList());
        assertThat(query("SELECT fhir_id FROM hfj_resource JOIN hfj_res_link ON target_resource_id = res_id"
                        + " WHERE source_resource_type = 'Provenance'"))
                .as("requests against a rule, whose reason is kept")
                .containsAll(submissions()
                        .filter(submission -> submission.getKey().isAgainstARule())
                        .map(submission -> request(submission.getValue()))
                        .toList());
        for (ServerProcess node : cluster.alive()) {
            latest().forEach(submission -> cluster.as("sus-ortopedi", node)
                    .get("ServiceRequest/" + request(submission.getValue()))
                    .expect(200));
        }
    }

    private void everyAnsweredChangeIsInTheAccessLog() throws SQLException {
        assertThat(query("SELECT request_id FROM audit_event WHERE status = 200"))
                .containsAll(load.answered().values().stream()
                        .map(answer -> answer.header("X-Request-Id"))
                        .toList());
    }

    /** Each is an event, the clinic's receipt one more; and each number comes to the receiver, those of unanswered ones too. */
    private void everyAnsweredChangeIsNotified() throws SQLException {
        await().atMost(2, TimeUnit.MINUTES)
                .until(() -> query("SELECT 1 FROM outbox_event").isEmpty()
                        && query(OF_SUBSCRIPTION.formatted("1") + " AND state <> 'delivered'")
                                .isEmpty());
        Map<String, Long> events = query(OF_SUBSCRIPTION.formatted("focus")).stream()
                .collect(Collectors.groupingBy(focus -> focus, Collectors.counting()));
        submissions().forEach(submission -> assertThat(events)
                .containsKey("ServiceRequest/" + request(submission.getValue())));
        load.answered().keySet().stream()
                .filter(change -> !change.isSubmission())
                .forEach(receipt -> assertThat(
                                events.get("ServiceRequest/" + receipt.path().split("/")[1]))
                        .isGreaterThanOrEqualTo(2));
        receiver.rest().forEach(notification -> received.addAll(notification.numbers()));
        long last = Long.parseLong(query("SELECT last_number FROM subscription_state WHERE NOT stopped")
                .get(0));
        assertThat(received)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
    }

    private Stream<Map.Entry<Change, HttpAnswer>> submissions() {
        return load.answered().entrySet().stream()
                .filter(entry -> entry.getKey().isSubmission());
    }

    private static Stream<String> written(Map.Entry<Change, HttpAnswer> submission) {
        return submission.getValue().entries(Resource.class).stream()
                .map(resource ->
                        resource.fhirType() + "/" + resource.getIdElement().getIdPart());
    }

    private static String request(HttpAnswer submission) {
        return submission.entry(ServiceRequest.class).getIdElement().getIdPart();
    }

    private List<Map.Entry<Change, HttpAnswer>> latest() {
        List<Map.Entry<Change, HttpAnswer>> submissions = load.answered().entrySet().stream()
                .filter(entry -> entry.getKey().isSubmission())
                .sorted((one, other) ->
                        other.getKey().key().compareTo(one.getKey().key()))
                .toList();
        return submissions.subList(0, Math.min(LATEST, submissions.size()));
    }

    private void nothingIsHalfWritten() throws SQLException {
        assertThat(query("SELECT fhir_id FROM hfj_resource r WHERE NOT EXISTS"
                        + " (SELECT 1 FROM hfj_res_ver v WHERE v.res_id = r.res_id AND v.res_ver = r.res_ver)"))
                .as("resources without their current version")
                .isEmpty();
        assertThat(query("SELECT resource FROM access_ground WHERE resource NOT IN"
                        + " (SELECT res_type || '/' || fhir_id FROM hfj_resource)"))
                .as("access to what is not there")
                .isEmpty();
        assertThat(query("SELECT key FROM idempotency_key WHERE answer IS NULL"))
                .as("keys without answer")
                .isEmpty();
        assertThat(query("SELECT fhir_id FROM hfj_resource WHERE res_type = 'ServiceRequest' AND"
                        + " (fhir_id NOT IN (SELECT request_id FROM request_event) OR"
                        + " fhir_id NOT IN (SELECT request_id FROM work_item_deadline))"))
                .as("requests without work item, deadline or history")
                .isEmpty();
    }

    /** A patient is taken in with the first request, in the transaction that takes the key. */
    private void whatWasNotAnsweredIsThereAsAWholeOrNotAtAll() throws SQLException {
        List<String> known = query(
                "SELECT sp_value FROM hfj_spidx_token WHERE res_type = 'Patient' AND sp_value = ANY(?)",
                load.unanswered().stream().map(Change::number).toArray(String[]::new));
        List<String> keys = query("SELECT key FROM idempotency_key");
        assertThat(known).allMatch(number -> keys.contains("load-" + number + Load.FIRST));
    }

    private void aRepeatedKeyGivesTheFirstAnswer() {
        for (Map.Entry<Change, HttpAnswer> change : latest()) {
            for (ServerProcess node : cluster.alive()) {
                assertThat(load.post(change.getKey(), node).expect(200).body())
                        .isEqualTo(change.getValue().body());
            }
        }
    }

    private void whatIsSentAgainIsDoneOnce() throws SQLException {
        load.sendUnansweredAgain();
        Map<String, Long> wanted = load.answered().keySet().stream()
                .filter(Change::isSubmission)
                .collect(Collectors.groupingBy(Change::number, Collectors.counting()));
        List<String> found = query(
                "SELECT number.sp_value FROM hfj_spidx_token number"
                        + " JOIN hfj_res_link link ON link.target_resource_id = number.res_id"
                        + " JOIN hfj_resource request ON request.res_id = link.src_resource_id"
                        + " WHERE number.res_type = 'Patient' AND number.sp_value = ANY(?)"
                        + " AND request.res_type = 'ServiceRequest' AND link.src_path = 'ServiceRequest.subject'",
                wanted.keySet().toArray(String[]::new));
        assertThat(found.stream().collect(Collectors.groupingBy(number -> number, Collectors.counting())))
                .as("requests of each patient")
                .isEqualTo(wanted);
    }

    /** The first column; a parameter only where there are values. */
    private List<String> query(String query, String... values) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(query)) {
            if (query.contains("?")) {
                statement.setArray(1, database.createArrayOf("text", values));
            }
            List<String> found = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
