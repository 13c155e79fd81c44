package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.ActivityDefinition;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Where a track gives an urgent request less time, that time follows the priority, whoever changes it and when (TRK-9). */
@SamsparTest
class PriorityDeadlinesTest {

    private static final Duration ROUTINE = Duration.ofDays(10);
    private static final Duration URGENT = Duration.ofDays(2);

    @Autowired
    SamsparApi api;

    @DynamicPropertySource
    static void region(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "tracks");
        var json = FhirContext.forR4Cached().newJsonParser();
        String name = "ActivityDefinition-elektiv-remiss.json";
        try (InputStream packaged = new ClassPathResource("package/" + name).getInputStream()) {
            ActivityDefinition definition = json.parseResource(ActivityDefinition.class, packaged);
            definition.addExtension(response("routine", ROUTINE)).addExtension(response("urgent", URGENT));
            Files.writeString(folder.resolve(name), json.encodeResourceToString(definition));
        }
        properties.add("samspar.directory.tracks", folder::toString);
    }

    private static Extension response(String priority, Duration time) {
        Extension response = new Extension(Extensions.TRACK_RESPONSE);
        response.addExtension("priority", new CodeType(priority));
        response.addExtension("time", new StringType(time.toString()));
        response.addExtension("calendar", new CodeType("elapsed"));
        return response;
    }

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
