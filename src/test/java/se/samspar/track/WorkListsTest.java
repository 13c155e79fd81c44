package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Every search that the guide offers for work lists finds what it says, nothing else, and in its order. */
@SamsparTest
class WorkListsTest {

    private static final Pattern SEARCH = Pattern.compile("`([^`]+)`");
    private static final String INBOX = "Task?owner=Organization/x&status=requested,received&_sort=due";
    private static final String AT_WORK = "Task?owner=Organization/x&status=accepted,in-progress&_sort=due";
    private static final String OVERDUE = "2025-02-05T10:00:00Z";
    private static final String CLINIC = "sus-ortopedi";
    private static final String HEALTH_CENTRE = "vc-dalby";

    @Autowired
    SamsparApi api;

    /** Names of requests by the patients whom they are for. */
    private final Map<String, String> names = new HashMap<>();

    private record Found(String unit, String... names) {}

    /** What each search finds of the requests below: by the clinic, or by the health centre where it has sent them. */
    private static final Map<String, Found> EXPECTED = Map.ofEntries(
            Map.entry(INBOX, new Found(CLINIC, "ambulance", "call", "demand", "asked", "received", "referral")),
            Map.entry(INBOX + "&track=subakut-konsult", new Found(CLINIC, "demand")),
            Map.entry(INBOX + "&priority=stat,asap", new Found(CLINIC, "ambulance", "call")),
            Map.entry(AT_WORK, new Found(CLINIC, "accepted demand", "accepted", "answered in part")),
            Map.entry(AT_WORK + "&track=subakut-konsult", new Found(CLINIC, "accepted demand")),
            Map.entry(AT_WORK + "&priority=stat,asap", new Found(CLINIC)),
            Map.entry(
                    "Task?assigned-to=PractitionerRole/y&status=accepted,in-progress&_sort=due",
                    new Found(CLINIC, "accepted demand", "answered in part")),
            Map.entry(
                    "Task?owner=Organization/x&status=requested,received,accepted,in-progress&due=lt" + OVERDUE
                            + "&_sort=due",
                    new Found(CLINIC, "ambulance", "call")),
            Map.entry(
                    "Task?requester=Organization/x&status=requested,received,accepted,in-progress&_sort=due",
                    new Found(
                            HEALTH_CENTRE,
                            "call",
                            "elsewhere",
                            "forwarded",
                            "converted",
                            "demand",
                            "accepted demand",
                            "asked",
                            "received",
                            "accepted",
                            "referral",
                            "answered in part")),
            Map.entry("Task?owner=Organization/x&business-status=awaiting-information", new Found(CLINIC, "asked")),
            // What it does find, is in MonitoringAccessTest.
            Map.entry(
                    "Task?owner=Organization/x&code=value-outside-limits&status=requested&_sort=due",
                    new Found(CLINIC)),
            Map.entry(
                    "Task?requester=Organization/x&status=completed,rejected,cancelled"
                            + "&business-status:not=forward,converted&modified=ge2025-02-01&_sort=-modified",
                    new Found(HEALTH_CENTRE, "answered", "cancelled", "declined")),
            Map.entry(
                    "Communication?recipient=Organization/x&_sort=-sent",
                    new Found(HEALTH_CENTRE, "answered", "answered in part")));

    @TestFactory
    Stream<DynamicTest> aWorkListHasWhatTheGuideSaysAndNothingElseInItsOrder() throws IOException {
        Instant overdue = requests();
        List<String> searches = searchesOfTheGuide();
        assertThat(searches).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
        return searches.stream().map(search -> dynamicTest(search, () -> check(search, overdue)));
    }

    @Test
    void aWorkListIsReadPageByPageInItsOrder() {
        requests();
        String search = INBOX.replace("/x", "/" + CLINIC) + "&patient=" + String.join(",", names.keySet());
        UnitClient clinic = api.as(CLINIC);
        List<Task> all = new ArrayList<>();
        Optional<String> next = Optional.of(search + "&_count=2");
        int pages = 0;
        for (; next.isPresent(); pages++) {
            Bundle page = clinic.get(next.get()).expect(200).resource(Bundle.class);
            page.getEntry().forEach(entry -> all.add((Task) entry.getResource()));
            next = Optional.ofNullable(page.getLink("next"))
                    .map(link -> link.getUrl().replaceAll("^.*/fhir/?", ""));
        }
        assertThat(pages).isEqualTo(3);
        assertThat(all)
                .extracting(this::name)
                .containsExactlyInAnyOrder(EXPECTED.get(INBOX).names());
        assertThat(all).extracting(WorkListsTest::due).isSorted();
    }

    private void check(String search, Instant overdue) {
        Found expected = EXPECTED.get(search);
        String own = search.replace("Organization/x", "Organization/" + expected.unit())
                        .replace("PractitionerRole/y", "PractitionerRole/sus-ortopedi-lakare-1")
                        .replace(OVERDUE, overdue.toString())
                + "&_count=100&patient=" + String.join(",", names.keySet());
        List<Resource> found = api.as(expected.unit()).get(own).expect(200).entries(Resource.class);
        assertThat(found).extracting(this::name).containsExactlyInAnyOrder(expected.names());
        if (search.contains("_sort=due")) {
            assertThat(found)
                    .map(Task.class::cast)
                    .extracting(WorkListsTest::due)
                    .isSorted();
        } else if (search.contains("_sort=-modified")) {
            assertThat(found)
                    .map(task -> ((Task) task).getLastModified())
                    .isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(name(found.get(found.size() - 1))).isEqualTo("declined");
        } else if (search.contains("_sort")) {
            assertThat(found).extracting(this::name).containsExactly(expected.names());
        }
    }

    private static List<String> searchesOfTheGuide() throws IOException {
        String page = Files.readString(Path.of("ig/pages/search.md"));
        return SEARCH.matcher(page.substring(page.indexOf("| what | search |")))
                .results()
                .map(MatchResult::group)
                .map(search -> search.replace("`", ""))
                .flatMap(search -> search.startsWith("…")
                        ? Stream.of(INBOX, AT_WORK).map(list -> list + search.substring(1))
                        : Stream.of(search))
                .toList();
    }

    /** Requests in every state; when the most urgent two of them will be overdue. */
    private Instant requests() {
        RequestFlow answered = accepted("answered", RequestFlow.consultation());
        nextSecond(); // times are kept to the second
        RequestFlow declined = submit("declined", RequestFlow.request(Track.ELEKTIV_REMISS));
        declined.triage("decline", "reason", "Fel klinik").expect(200);
        RequestFlow inPart = accepted("answered in part", RequestFlow.request(Track.ELEKTIV_REMISS));
        inPart.answer("partial", "text", "Första svaret").expect(200);
        assign(inPart, "sus-ortopedi-lakare-1");
        nextSecond();
        answered.answerFinally("continue-in-primary-care").expect(200);
        submit("cancelled", RequestFlow.request(Track.ELEKTIV_REMISS))
                .cancel("reason", "Behövs inte")
                .expect(200);

        forward(submit("forwarded", DemoRequests.internalMedicine()));
        convert(submit("converted", RequestFlow.request(Track.ELEKTIV_REMISS)));
        submit("referral", RequestFlow.request(Track.ELEKTIV_REMISS));
        submit("received", RequestFlow.consultation()).receive().expect(200);
        submit("asked", TrackRequests.cancerPathway())
                .triage("request-supplement", "reason", "Röntgensvar saknas")
                .expect(200);
        submit("demand", TrackRequests.onDemand());
        RequestFlow call = submit("call", TrackRequests.onCall());
        assign(call, "sus-ortopedi-lakare-1");
        submit("ambulance", TrackRequests.hipFracture());
        submit("elsewhere", TrackRequests.emergency());
        assign(accepted("accepted", RequestFlow.consultation()), "sus-ortopedi-lakare-2");
        assign(accepted("accepted demand", TrackRequests.onDemand()), "sus-ortopedi-lakare-1");
        return due(call.task()).plusSeconds(1);
    }

    private void forward(RequestFlow flow) {
        api.as("sus-akut-internmedicin")
                .post(flow.path("triage"), DemoRequests.forwardToTrelleborg())
                .expect(200);
    }

    private static void convert(RequestFlow flow) {
        Parameters toAnotherTrack = DemoRequests.parameters(
                "track",
                new CodeType("akut-remiss"),
                "to",
                new Reference("HealthcareService/sus-akut-internmedicin-akut"),
                "reason",
                "Snabbt försämrad");
        flow.healthCentre().post(flow.path("convert"), toAnotherTrack).expect(200);
    }

    private RequestFlow accepted(String name, ServiceRequest request) {
        RequestFlow flow = submit(name, request);
        flow.triage("accept").expect(200);
        return flow;
    }

    private RequestFlow submit(String name, ServiceRequest request) {
        Parameters parameters = DemoRequests.parameters("request", request, "patient", TestPatients.next());
        DemoRequests.justified(parameters, "receiver-open"); // needed outside office hours only
        ServiceRequest submitted = api.as(TrackRequests.requester(request))
                .post("ServiceRequest/$submit", parameters)
                .expect(200)
                .entry(ServiceRequest.class);
        names.put(submitted.getSubject().getReferenceElement().getIdPart(), name);
        return RequestFlow.of(api, submitted.getIdElement().getIdPart());
    }

    private static void assign(RequestFlow flow, String person) {
        flow.clinic()
                .post(flow.path("reassign"), DemoRequests.parameters("to", new Reference("PractitionerRole/" + person)))
                .expect(200);
    }

    private static void nextSecond() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        await().until(() -> Instant.now().truncatedTo(ChronoUnit.SECONDS).isAfter(now));
    }

    private String name(Resource found) {
        Reference patient = found instanceof Task task ? task.getFor() : ((Communication) found).getSubject();
        return names.get(patient.getReferenceElement().getIdPart());
    }

    private static Instant due(Task task) {
        return task.getRestriction().getPeriod().getEnd().toInstant();
    }
}
