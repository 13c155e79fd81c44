package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.junit.jupiter.api.Test;
import se.samspar.fhir.generated.Track;

/** Where a track gives an urgent request less time, that time follows the priority, whoever changes it and when (TRK-9). */
class PriorityDeadlinesTest extends RegionWithOwnTracks {

    @Test
    void theReceiversPriorityCountsFromWhenTheRequestCame() {
        RequestFlow flow = referral();
        Task before = flow.task();
        assertThat(due(before)).isEqualTo(opened(before).plus(ROUTINE));

        flow.triage("request-supplement", "reason", "Röntgensvar?", "priority", new CodeType("urgent"))
                .expect(200);

        assertThat(flow.task().getPriority()).isEqualTo(TaskPriority.URGENT);
        assertThat(due(flow.task())).isEqualTo(opened(before).plus(URGENT));
    }

    @Test
    void thePriorityThatTheRequesterChangesCountsFromWhenTheRequestCame() {
        RequestFlow flow = referral();

        prioritise(flow, ServiceRequestPriority.URGENT);
        assertThat(due(flow.task())).isEqualTo(opened(flow.task()).plus(URGENT));

        prioritise(flow, ServiceRequestPriority.ROUTINE);
        assertThat(due(flow.task())).isEqualTo(opened(flow.task()).plus(ROUTINE));
    }

    @Test
    void anotherSupplementLeavesPriorityAndDeadline() {
        RequestFlow flow = referral();
        Instant due = due(flow.task());
        flow.supplement("note", "Glömde säga att hen är rädd").expect(200);
        assertThat(due(flow.task())).isEqualTo(due);
    }

    @Test
    void anAcceptedRequestIsDueFromItsMeetingAtEitherPriority() {
        RequestFlow flow = referral();
        Instant planned = Instant.now().plus(5, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        flow.triage("accept", "plannedTime", new DateTimeType(Date.from(planned)))
                .expect(200);
        assertThat(due(flow.task())).isEqualTo(planned.plus(ROUTINE));

        flow.triage("request-supplement", "reason", "Röntgensvar?", "priority", new CodeType("urgent"))
                .expect(200);

        assertThat(due(flow.task())).isEqualTo(planned.plus(URGENT));
    }

    @Test
    void thePriorityOfAForwardedRequestIsTheNextReceivers() {
        RequestFlow flow = referral();
        Instant due = due(flow.task());

        List<Task> tasks = flow.triage(
                        "forward",
                        "forwardTo",
                        new Reference("Organization/sus-handkirurgi"),
                        "reason",
                        "Handkirurgisk fråga",
                        "priority",
                        new CodeType("urgent"))
                .expect(200)
                .entries(Task.class);

        assertThat(tasks.get(0).getPriority()).isEqualTo(TaskPriority.ROUTINE);
        assertThat(due(tasks.get(0))).isEqualTo(due);
        assertThat(tasks.get(1).getPriority()).isEqualTo(TaskPriority.URGENT);
        assertThat(due(tasks.get(1))).isEqualTo(opened(tasks.get(1)).plus(URGENT));
    }

    private RequestFlow referral() {
        return RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS));
    }

    private static void prioritise(RequestFlow flow, ServiceRequestPriority priority) {
        ServiceRequest changed = flow.request().setPriority(priority);
        flow.healthCentre().put("ServiceRequest/" + flow.id(), changed).expect(200);
    }

    private static Instant opened(Task task) {
        return task.getAuthoredOn().toInstant();
    }

    private static Instant due(Task task) {
        return task.getRestriction().getPeriod().getEnd().toInstant();
    }
}
