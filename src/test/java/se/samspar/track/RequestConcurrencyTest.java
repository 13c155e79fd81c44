package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** Lost updates, races and repeated requests. */
@Isolated("reads what the whole server logs")
@SamsparTest
class RequestConcurrencyTest {

    @Autowired
    SamsparApi api;

    @Autowired
    DataSource dataSource;

    @Test
    void ofTwoTriagesOnTheSameVersionOneWins() throws Exception {
        RequestFlow flow = RequestFlow.submitted(api);
        String version = "If-Match: W/\"" + flow.request().getMeta().getVersionId() + "\"";
        List<HttpAnswer> answers = InParallel.run(List.of(
                () -> flow.clinic()
                        .post(
                                flow.path("triage"),
                                DemoRequests.parameters("decision", new CodeType("accept")),
                                version),
                () -> flow.clinic()
                        .post(
                                flow.path("triage"),
                                DemoRequests.parameters("decision", new CodeType("decline"), "reason", "Fel klinik"),
                                version)));
        assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 412);
        assertThat(flow.task().getStatus()).isIn(TaskStatus.ACCEPTED, TaskStatus.REJECTED);
    }

    @Test
    void nobodyWhoLooksForAKnownPatientHoldsUpTheRequestsOfOthers() throws Exception {
        Patient known = TestPatients.next();
        RequestFlow.submit(api.as("vc-dalby"), RequestFlow.consultation(), known)
                .expect(200);
        String identity = known.getIdentifierFirstRep().getSystem() + "|"
                + known.getIdentifierFirstRep().getValue();
        try (Connection other = dataSource.getConnection();
                PreparedStatement lock =
                        other.prepareStatement("SELECT pg_advisory_lock(hashtextextended('patient ' || ?, 0))");
                PreparedStatement unlock =
                        other.prepareStatement("SELECT pg_advisory_unlock(hashtextextended('patient ' || ?, 0))")) {
            lock.setString(1, identity);
            lock.execute();
            Future<HttpAnswer> answer = CompletableFuture.supplyAsync(
                    () -> RequestFlow.submit(api.as("vc-dalby"), RequestFlow.request(Track.ELEKTIV_REMISS), known));
            try {
                answer.get(1, TimeUnit.MINUTES).expect(200);
            } finally {
                unlock.setString(1, identity);
                unlock.execute();
            }
        }
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void aLostRaceLeavesNothingOfTheRequestInTheLog(CapturedOutput log) throws Exception {
        RequestFlow flow = RequestFlow.submitted(api);
        Parameters accept = DemoRequests.parameters("decision", new CodeType("accept"));
        Callable<HttpAnswer> triage = () -> flow.clinic().post(flow.path("triage"), accept);
        InParallel.run(4, triage);
        assertThat(log.getAll()).doesNotContain("knäsmärta", "insert into");
    }

    @Test
    void ofTwoTriagesWithoutAVersionTheTableLetsOneThrough() throws Exception {
        RequestFlow flow = RequestFlow.submitted(api);
        Parameters accept = DemoRequests.parameters("decision", new CodeType("accept"));
        Callable<HttpAnswer> triage = () -> flow.clinic().post(flow.path("triage"), accept);
        List<HttpAnswer> answers = InParallel.run(3, triage);
        assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 422, 422);
    }

    @Test
    void everyStepMovesTheVersionOfTheRequest() {
        RequestFlow flow = RequestFlow.submitted(api);
        String before = flow.request().getMeta().getVersionId();
        String etag = flow.receive().expect(200).header("ETag");
        String after = flow.request().getMeta().getVersionId();
        assertThat(after).isNotEqualTo(before);
        assertThat(etag).isEqualTo("W/\"" + after + "\"");
        flow.clinic()
                .post(
                        flow.path("triage"),
                        DemoRequests.parameters("decision", new CodeType("accept")),
                        "If-Match: W/\"" + before + "\"")
                .expect(412);
    }

    @Test
    void aRepeatedSubmissionIsAnsweredAsTheFirst() {
        Patient patient = TestPatients.next();
        String key = "Idempotency-Key: " + patient.getIdentifierFirstRep().getValue();
        ServiceRequest request = RequestFlow.consultation();
        ServiceRequest first = RequestFlow.submit(api.as("vc-dalby"), request, patient, key)
                .expect(200)
                .entry(ServiceRequest.class);
        ServiceRequest again = RequestFlow.submit(api.as("vc-dalby"), request, patient, key)
                .expect(200)
                .entry(ServiceRequest.class);
        assertThat(again.getIdElement().getIdPart())
                .isEqualTo(first.getIdElement().getIdPart());
        request.getReasonCodeFirstRep().setText("En annan fråga");
        RequestFlow.submit(api.as("vc-dalby"), request, patient, key).expect(422);
    }

    @Test
    void aRepeatedStepIsAnsweredAsTheFirstWhateverVersionTheClientHasReadSince() {
        RequestFlow flow = RequestFlow.submitted(api);
        String key = "Idempotency-Key: " + flow.id();
        var accept = DemoRequests.parameters("decision", new CodeType("accept"));
        HttpAnswer first = flow.clinic()
                .post(flow.path("triage"), accept, key, ifMatch(flow))
                .expect(200);
        HttpAnswer again = flow.clinic()
                .post(flow.path("triage"), accept, key, ifMatch(flow))
                .expect(200);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    }

    private static String ifMatch(RequestFlow flow) {
        return "If-Match: W/\"" + flow.request().getMeta().getVersionId() + "\"";
    }

    @Test
    void aNewPatientIsTakenInOnceHoweverManySubmit() throws Exception {
        Patient patient = TestPatients.next();
        List<Track> tracks = List.of(Track.DIGITAL_SPECIALISTKONSULTATION, Track.ELEKTIV_REMISS);
        List<HttpAnswer> answers = InParallel.run(IntStream.range(0, 4)
                .<Callable<HttpAnswer>>mapToObj(i ->
                        () -> RequestFlow.submit(api.as("vc-dalby"), RequestFlow.request(tracks.get(i % 2)), patient))
                .toList());
        // On each track one request is taken, the other is not set aside (one-active-request).
        assertThat(answers).extracting(HttpAnswer::status).containsExactlyInAnyOrder(200, 200, 422, 422);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(answer ->
                                answer.entry(Patient.class).getIdElement().getIdPart())
                        .distinct())
                .hasSize(1);
        assertThat(answers.stream()
                        .filter(answer -> answer.status() == 200)
                        .map(answer -> answer.entry(Task.class).getIdElement().getIdPart())
                        .distinct())
                .hasSize(2);
    }
}
