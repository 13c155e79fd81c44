package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.Cluster;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** The races about requests between two nodes: every other request goes to the other one. */
@ResourceLock(Cluster.ONE_AT_A_TIME)
class RequestsOnTwoNodesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Cluster cluster;
    private SamsparApi api;

    @BeforeEach
    void bothNodesRun() throws Exception {
        cluster = Cluster.shared();
        api = cluster.api();
    }

    @Test
    void oneKeyIsOneRequestWhicheverNodesItIsSentTo() throws Exception {
        Patient patient = TestPatients.next();
        String key = "Idempotency-Key: " + patient.getIdentifierFirstRep().getValue();
        ServiceRequest request = RequestFlow.consultation();
        UnitClient dalby = api.as(RequestFlow.HEALTH_CENTRE);
        List<HttpAnswer> answers = InParallel.run(4, () -> RequestFlow.submit(dalby, request, patient, key));
        assertThat(answers).allSatisfy(answer -> answer.expect(200));
        assertThat(answers.stream().map(HttpAnswer::body).distinct()).hasSize(1);
    }

    @Test
    void ofTwoTriagesOnTheSameVersionOneWins() throws Exception {
        RequestFlow flow = RequestFlow.submitted(api);
        String version = "If-Match: W/\"" + flow.request().getMeta().getVersionId() + "\"";
        List<Callable<HttpAnswer>> triages = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            UnitClient clinic = cluster.as(RequestFlow.CLINIC, node);
            Parameters accept = DemoRequests.parameters("decision", new CodeType("accept"));
            triages.add(() -> clinic.post(flow.path("triage"), accept, version));
        }
        assertThat(InParallel.run(triages)).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void aPatientHasOneActiveRequestOnATrack() throws Exception {
        Patient patient = TestPatients.next();
        UnitClient dalby = api.as(RequestFlow.HEALTH_CENTRE);
        assertThat(InParallel.run(4, () -> RequestFlow.submit(dalby, RequestFlow.consultation(), patient)))
                .extracting(HttpAnswer::status)
                .containsExactlyInAnyOrder(200, 422, 422, 422);
    }

    @Test
    void ofManyWhoWantASlotOneGetsIt() throws Exception {
        Slot slot = Calendars.slot(api.as(RequestFlow.CLINIC), Calendars.REFERRALS);
        List<Callable<HttpAnswer>> attempts = new ArrayList<>();
        for (int node = 0; node < 2; node++) {
            UnitClient clinic = cluster.as(RequestFlow.CLINIC, node);
            RequestFlow flow = RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
            Parameters accept =
                    DemoRequests.parameters("decision", new CodeType("accept"), "slot", Calendars.reference(slot));
            attempts.add(() -> clinic.post(flow.path("triage"), accept));
        }
        assertThat(InParallel.run(attempts)).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 422);
    }

    /** Both look every second; what one hands over the other leaves alone. */
    @Test
    void aPassedDeadlineIsDealtWithByOneOfTheNodes() throws Exception {
        List<String> overdue = List.of(onDemand(), onDemand(), onDemand());
        try (Connection database = cluster.postgres().connect();
                PreparedStatement later = database.prepareStatement(
                        "UPDATE work_item_deadline SET due = now() - interval '1 minute' WHERE task_id = ANY(?)")) {
            later.setArray(1, database.createArrayOf("text", overdue.toArray()));
            assertThat(later.executeUpdate()).isEqualTo(overdue.size());
        }
        await().atMost(PATIENCE)
                .until(() -> overdue.stream().allMatch(id -> read(id).hasExtension(Extensions.ASSIGNED_TO)));
        List<Task> handedOver = overdue.stream().map(this::read).toList();
        assertThat(handedOver).allSatisfy(task -> assertThat(task.getNote()).hasSize(1));
        await().during(Duration.ofSeconds(3)) // in which each node looks at least twice
                .atMost(PATIENCE)
                .until(() -> handedOver.stream().allMatch(task -> isUnchanged(task)));
    }

    private String onDemand() {
        Parameters request =
                DemoRequests.parameters("request", TrackRequests.onDemand(), "patient", TestPatients.next());
        return api.as(RequestFlow.HEALTH_CENTRE)
                .post("ServiceRequest/$submit", DemoRequests.justified(request, "receiver-open"))
                .expect(200)
                .entry(Task.class)
                .getIdElement()
                .getIdPart();
    }

    private boolean isUnchanged(Task task) {
        return read(task.getIdElement().getIdPart())
                .getMeta()
                .getVersionId()
                .equals(task.getMeta().getVersionId());
    }

    private Task read(String id) {
        return api.as(RequestFlow.CLINIC).read(Task.class, id);
    }
}
