package se.samspar.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;
import static se.samspar.support.SharedCare.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.DemoCases;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;
import se.samspar.support.TestPatients;

/** The requests of the page about the tools of the strategy (UPP-9) work as they stand there. */
@SamsparTest
class ToolsPageTest {

    private static final Pattern REQUEST = Pattern.compile("```http\\nPOST (\\S+)\\n(.*?)```", Pattern.DOTALL);

    @Autowired
    SamsparApi api;

    /** Sends the only request of the page under this heading, or the one of several to such a path. */
    private HttpAnswer send(String unit, String heading, String to, Map<String, String> known) throws IOException {
        String page = Files.readString(Path.of("ig/pages/tools.md"));
        String section = page.substring(page.indexOf("\n## " + heading + "\n")).replaceFirst("(?s)(.)\\n## .*", "$1");
        return REQUEST.matcher(section)
                .results()
                .filter(request -> request.group(1).endsWith(to))
                .findFirst()
                .map(request -> api.as(unit)
                        .post(
                                fill(request.group(1), known),
                                fill(request.group(2), known),
                                "Prefer: return=representation"))
                .orElseThrow();
    }

    private static String fill(String text, Map<String, String> known) {
        String filled = text;
        for (Map.Entry<String, String> one : known.entrySet()) {
            filled = filled.replace("${" + one.getKey() + "}", one.getValue());
        }
        assertThat(filled).doesNotContain("${");
        return filled;
    }

    private static String inDays(int days) {
        return Instant.now()
                .plus(days, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    @Test
    void severalPartiesMeetByVideo() throws IOException {
        CarePlan aCase = DemoCases.open(api, "kommun-lund-hemtjanst", List.of("vc-dalby"))
                .entry(CarePlan.class);
        Map<String, String> known = Map.of(
                "case", path(aCase),
                "patient", aCase.getSubject().getReference(),
                "start", inDays(2),
                "end", inDays(3));
        Appointment meeting = send("kommun-lund-hemtjanst", "Video meeting of several parties", "Appointment", known)
                .expect(201)
                .resource(Appointment.class);
        Appointment seen = api.as("vc-dalby")
                .read(Appointment.class, meeting.getIdElement().getIdPart());
        assertThat(seen.getParticipant()).hasSize(3);
        assertThat(seen.getExtensionByUrl(Extensions.VIDEO_LINK).getValue().primitiveValue())
                .startsWith("https://");
    }

    @Test
    void patientPrimaryCareAndSpecialistMeet() throws IOException {
        String consultation = path(StartedPathways.request(api));
        Appointment meeting = send(
                        "sus-ortopedi",
                        "Joint consultation",
                        "$triage",
                        Map.of("consultation", consultation, "start", inDays(2)))
                .expect(200)
                .entry(Appointment.class);
        assertThat(meeting.getParticipant()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(meeting.hasExtension(Extensions.VIDEO_LINK)).isTrue();
    }

    @Test
    void messagesOfACaseAreAThread() throws IOException {
        HttpAnswer opened = DemoCases.open(api, "kommun-lund-hemtjanst", List.of("vc-dalby"));
        CarePlan aCase = opened.entry(CarePlan.class);
        api.as("vc-dalby")
                .post(path(opened.entry(Consent.class)) + "/$verify", parameters())
                .expect(200);
        Communication asked = api.as("vc-dalby")
                .post(path(aCase) + "/$send", parameters("message", DemoCases.message("kommun-lund-hemtjanst")))
                .expect(200)
                .entry(Communication.class);
        Communication reply = send(
                        "kommun-lund-hemtjanst", "Chat", "$send", Map.of("case", path(aCase), "message", path(asked)))
                .expect(200)
                .entry(Communication.class);
        assertThat(thread("based-on=" + path(aCase) + "&_sort=sent")).containsExactly(path(asked), path(reply));
        assertThat(thread("in-response-to=" + path(asked))).containsExactly(path(reply));
    }

    private List<String> thread(String query) {
        return api.as("vc-dalby").get("Communication?" + query).expect(200).entries(Communication.class).stream()
                .map(message -> path(message))
                .toList();
    }

    @Test
    void aValueOutsideTheLimitsIsInTheInbox() throws IOException {
        CarePlan plan = StartedPathways.started(api, "treatment");
        Observation value = send(
                        "vc-dalby",
                        "Remote monitoring",
                        "Observation",
                        Map.of(
                                "plan", path(plan),
                                "patient", plan.getSubject().getReference(),
                                "now", inDays(0)))
                .expect(201)
                .resource(Observation.class);
        assertThat(api.as("vc-dalby")
                        .get("Task?code=value-outside-limits&focus=" + path(value))
                        .expect(200)
                        .entries(Task.class))
                .extracting(Task::getStatus)
                .containsExactly(TaskStatus.REQUESTED);
    }

    @Test
    void oneOfADefinedGroupIsAdmittedDirectly() throws IOException {
        ServiceRequest request = send(
                        "ambulans-skane",
                        "Direct admission",
                        "$submit",
                        Map.of(
                                "personnummer", TestPatients.nextNumber(),
                                "arrival",
                                        Instant.now()
                                                .plus(15, ChronoUnit.MINUTES)
                                                .toString()))
                .expect(200)
                .entry(ServiceRequest.class);
        api.as("sus-ortopedi")
                .post(path(request) + "/$triage", parameters("decision", new CodeType("accept")))
                .expect(200);
        Task done = send("sus-ortopedi", "Direct admission", "$answer", Map.of("admitted", path(request)))
                .expect(200)
                .entry(Task.class);
        assertThat(done.getStatus()).isEqualTo(TaskStatus.COMPLETED);
    }
}
