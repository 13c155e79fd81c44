package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** A request written by plain REST leads to the same as one written by an operation (ALL-4). */
@SamsparTest
class RequestByRestTest {

    @Autowired
    SamsparApi api;

    @Test
    void aPostedRequestComesIntoTheInboxAsASubmittedOneDoes() {
        RequestFlow flow = posted();
        Task task = flow.task();
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getOwner().getReference()).isEqualTo("Organization/sus-ortopedi");
        assertThat(task.getRequester().getReference()).isEqualTo("Organization/vc-dalby");
        assertThat(task.getRestriction().getPeriod().getEnd()).isAfter(new Date());
        assertThat(RequestFlow.version(flow.request())).isEqualTo("1 NR");
        assertThat(flow.request().getAuthoredOn()).isAfter(new Date(System.currentTimeMillis() - 600_000));
        flow.triage("accept").expect(200);
    }

    @Test
    void aRequestPutAnewByItsRequesterIsASupplement() {
        RequestFlow flow = posted();
        flow.triage("request-supplement", "reason", "Röntgensvar saknas").expect(200);
        ServiceRequest request = flow.request();
        request.getReasonCodeFirstRep().setText("Finns indikation för protes? Röntgen visar artros grad 3.");
        flow.healthCentre().put("ServiceRequest/" + flow.id(), request).expect(200);
        assertThat(RequestFlow.version(flow.request())).isEqualTo("2 AR");
        assertThat(flow.task().hasBusinessStatus()).isFalse();
        assertThat(flow.supplementTasks().get(0).getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }

    @Test
    void aRequestPutAsItIsStaysTheSameVersion() {
        RequestFlow flow = posted();
        ServiceRequest request = flow.request();
        request.getExtension().removeIf(extension -> Extensions.REQUEST_VERSION.equals(extension.getUrl()));
        flow.healthCentre().put("ServiceRequest/" + flow.id(), request).expect(200);
        assertThat(RequestFlow.version(flow.request())).isEqualTo("1 NR");
    }

    @Test
    void whatWouldBeTakenIsValid() {
        ServiceRequest request = RequestFlow.consultation();
        request.getSubject()
                .setReference(RequestFlow.submitted(api).request().getSubject().getReference());
        request.getPerformerFirstRep().setReference("Organization/sus-neurologi");
        request.getPerformerType().getCodingFirstRep().setCode("1701");
        OperationOutcome outcome = api.as("vc-dalby")
                .post("ServiceRequest/$validate?mode=create", DemoRequests.parameters("resource", request))
                .expect(200)
                .outcome();
        assertThat(outcome.getIssue())
                .filteredOn(issue -> issue.getSeverity() == IssueSeverity.ERROR)
                .extracting(issue -> issue.getDetails().getCodingFirstRep().getCode())
                .doesNotContain("server-written", "transition-not-allowed");
    }

    @Test
    void aPatientNamedByIdentifierAloneIsSaidWhereItStands() {
        ServiceRequest request = RequestFlow.consultation();
        request.getSubject().setIdentifier(TestPatients.next().getIdentifierFirstRep());
        HttpAnswer refused = api.as("vc-dalby").post("ServiceRequest", request).expect(422);
        assertThat(refused.outcome().getIssue())
                .extracting(issue -> issue.getExpression().get(0).getValue())
                .containsExactly("ServiceRequest.subject");
        assertThat(api.as("vc-dalby")
                        .post("ServiceRequest/$validate", DemoRequests.parameters("resource", request))
                        .expect(200)
                        .outcome()
                        .getIssue())
                .as("as $submit takes it")
                .noneMatch(issue -> issue.getSeverity() == IssueSeverity.ERROR);
    }

    private RequestFlow posted() {
        Patient patient = RequestFlow.submit(api.as("vc-dalby"), RequestFlow.consultation(), TestPatients.next())
                .expect(200)
                .entry(Patient.class);
        ServiceRequest request = RequestFlow.request(se.samspar.fhir.generated.Track.ELEKTIV_REMISS);
        request.getSubject().setReference("Patient/" + patient.getIdElement().getIdPart());
        request.setAuthoredOnElement(new DateTimeType("2001-01-01T10:00:00+01:00"));
        String id = api.as("vc-dalby")
                .post("ServiceRequest", request)
                .expect(201)
                .resource(ServiceRequest.class)
                .getIdElement()
                .getIdPart();
        return RequestFlow.of(api, id);
    }
}
