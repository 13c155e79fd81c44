package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;
import se.samspar.track.state.ContractTable;
import se.samspar.track.state.ContractTable.State;
import se.samspar.track.state.Side;
import se.samspar.track.state.TaskEvent;

/**
 * What {@code $available-actions} says of every action, in every state of the contract, to either unit and to a system
 * without an employee, and why: on a track of referrals, one of advice, and one of the ambulance's.
 */
@SamsparTest
class AvailableActionsTest {

    private static final String NOT_ALLOWED = "transition-not-allowed: ";
    private static final String NO_REFERRAL_OF_ADVICE =
            "conversion-allowed: The requester has not allowed that its request for advice becomes a referral.";

    private static final Map<String, List<TaskEvent>> ACTIONS = Map.ofEntries(
            Map.entry("receive", List.of(TaskEvent.RECEIVE)),
            Map.entry("accept", List.of(TaskEvent.ACCEPT)),
            Map.entry("request-supplement", List.of(TaskEvent.REQUEST_SUPPLEMENT)),
            Map.entry("forward", List.of(TaskEvent.FORWARD)),
            Map.entry("decline", List.of(TaskEvent.DECLINE)),
            Map.entry("abort", List.of(TaskEvent.ABORT)),
            Map.entry("supplement", List.of(TaskEvent.SUPPLEMENT)),
            Map.entry("answer", List.of(TaskEvent.ANSWER_IN_PART, TaskEvent.ANSWER_FINALLY)),
            Map.entry("claim", List.of(TaskEvent.CLAIM)),
            Map.entry("reassign", List.of(TaskEvent.REASSIGN)),
            Map.entry("convert", List.of(TaskEvent.CONVERT, TaskEvent.CONTINUE)),
            Map.entry("cancel", List.of(TaskEvent.CANCEL)));

    private static final Map<Track, Supplier<ServiceRequest>> REQUESTS = Map.of(
            Track.ELEKTIV_REMISS, () -> RequestFlow.request(Track.ELEKTIV_REMISS),
            Track.TILLGANGLIG_PRIMARVARD, TrackRequests::primaryCare,
            Track.AKUT_DIREKT_STEMI, TrackRequests::infarction);

    /** A track and a service that the requester may convert the request to. */
    private static final Map<Track, List<String>> OTHERS = Map.of(
            Track.ELEKTIV_REMISS, List.of("akut-remiss", "sus-akut-internmedicin-akut"),
            Track.TILLGANGLIG_PRIMARVARD, List.of("elektiv-remiss", "sus-handkirurgi-remiss"),
            Track.AKUT_DIREKT_STEMI, List.of("akut-remiss", "sus-akut-internmedicin-akut"));

    @Autowired
    SamsparApi api;

    /** A request on its way between its units. */
    private final class Case {

        private final Track track;
        private final String requester;
        private final String receiver;
        private final String id;
        private boolean claimed;
        private boolean converted;

        Case(Track track) {
            this.track = track;
            ServiceRequest request = REQUESTS.get(track).get();
            requester = TrackRequests.requester(request);
            receiver = request.getPerformerFirstRep().getReference().substring("Organization/".length());
            Parameters parameters = DemoRequests.parameters("request", request, "patient", TestPatients.next());
            id = api.as(requester)
                    .post("ServiceRequest/$submit", DemoRequests.justified(parameters, "receiver-open"))
                    .expect(200)
                    .entry(ServiceRequest.class)
                    .getIdElement()
                    .getIdPart();
        }

        UnitClient unit(Side side) {
            return api.as(side == Side.REQUESTER ? requester : receiver);
        }

        HttpAnswer act(Side side, String operation, Object... parameters) {
            return unit(side)
                    .post("ServiceRequest/%s/$%s".formatted(id, operation), DemoRequests.parameters(parameters));
        }

        void triage(String decision) {
            act(Side.RECEIVER, "triage", "decision", new CodeType(decision), "reason", "Därför")
                    .expect(200);
        }

        void answer(String kind, Object... more) {
            List<Object> parameters = new ArrayList<>(List.of("kind", new CodeType(kind), "text", "Bedömd."));
            parameters.addAll(List.of(more));
            act(Side.RECEIVER, "answer", parameters.toArray()).expect(200);
        }

        void answerFinally() {
            answer(
                    "final",
                    "outcome",
                    new CodeType("no-further-need"),
                    "nextStep",
                    "Inget mer planeras.",
                    "patientInformed",
                    true);
        }

        void claim() {
            act(Side.RECEIVER, "claim").expect(200);
            claimed = true;
        }

        void convert() {
            List<String> other = OTHERS.get(track);
            Reference to = new Reference("HealthcareService/" + other.get(1));
            act(Side.REQUESTER, "convert", "track", new CodeType(other.get(0)), "to", to, "reason", "Annat spår")
                    .expect(200);
            converted = true;
        }

        State state() {
            return State.of(
                    unit(Side.RECEIVER).get("Task?focus=ServiceRequest/" + id).expect(200).entries(Task.class).stream()
                            .filter(task -> !task.hasPartOf())
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static Map<String, Consumer<Case>> ways() {
        Map<String, Consumer<Case>> ways = new LinkedHashMap<>();
        ways.put("requested", each -> {});
        ways.put("received", each -> each.act(Side.RECEIVER, "receive").expect(200));
        ways.put("accepted", each -> each.triage("accept"));
        ways.put("in-progress", each -> {
            each.triage("accept");
            each.answer("partial");
        });
        ways.put("completed", each -> {
            each.triage("accept");
            each.answerFinally();
        });
        ways.put("rejected", each -> each.triage("decline"));
        ways.put("aborted", each -> each.triage("abort"));
        Stream.of("requested", "received", "accepted").forEach(before -> {
            Consumer<Case> way = ways.get(before);
            ways.put(before + ", awaiting", way.andThen(each -> each.triage("request-supplement")));
        });
        ways.put("in-progress, awaiting", ways.get("accepted, awaiting").andThen(each -> each.answer("partial")));
        ways.put("requested, claimed", Case::claim);
        ways.put("accepted, claimed", ways.get("accepted").andThen(Case::claim));
        ways.put("converted", Case::convert);
        ways.put("completed, converted", ways.get("completed").andThen(Case::convert));
        return ways;
    }

    @TestFactory
    Stream<DynamicTest> everyActionIsAllowedOrSaysWhyNot() {
        return REQUESTS.keySet().stream().flatMap(track -> ways().entrySet().stream()
                .map(way -> dynamicTest(track.code() + ", " + way.getKey(), () -> {
                    Case each = new Case(track);
                    way.getValue().accept(each);
                    State state = each.state();
                    for (Side side : List.of(Side.REQUESTER, Side.RECEIVER)) {
                        assertThat(said(each.unit(side), each.id))
                                .as("to the %s", side)
                                .isEqualTo(expected(each, state, side, true));
                    }
                    UnitClient system = api.asSystemOf(each.receiver, "system/*.cruds");
                    assertThat(said(system, each.id))
                            .as("to a system")
                            .isEqualTo(expected(each, state, Side.RECEIVER, false));
                })));
    }

    @Test
    void whatAReferralFollowsFromGoesOnAsThatOne() {
        Case each = new Case(Track.ELEKTIV_REMISS);
        each.triage("accept");
        each.answer("final", "outcome", new CodeType("visit-needed"), "nextStep", "Besök.", "patientInformed", true);
        each.converted = true;
        assertThat(said(each.unit(Side.REQUESTER), each.id))
                .isEqualTo(expected(each, each.state(), Side.REQUESTER, true));
    }

    /** What it says beforehand is what whoever tries it is told. */
    @Test
    void theRefusalSaysTheSame() {
        Case each = new Case(Track.TILLGANGLIG_PRIMARVARD);
        refused(each, Side.REQUESTER, 403, "claim");
        refused(each, Side.REQUESTER, 403, "receive");
        refused(each, Side.RECEIVER, 403, "cancel", "reason", "Behövs inte");
        refused(
                each,
                Side.RECEIVER,
                422,
                "convert",
                "track",
                new CodeType("elektiv-remiss"),
                "to",
                new Reference("HealthcareService/sus-handkirurgi-remiss"),
                "reason",
                "Annat spår");
        each.claim();
        refused(each, Side.RECEIVER, 422, "claim");
    }

    private void refused(Case each, Side side, int status, String action, Object... parameters) {
        List<OperationOutcomeIssueComponent> issues =
                each.act(side, action, parameters).expect(status).outcome().getIssue();
        assertThat(issues)
                .allSatisfy(issue -> assertThat(issue.getDiagnostics()).isNotBlank());
        assertThat(issues)
                .extracting(issue -> issue.getDetails().getCodingFirstRep().getCode() + ": "
                        + issue.getDetails().getText())
                .containsExactlyElementsOf(said(each.unit(side), each.id).get(action));
    }

    private static Map<String, List<String>> expected(Case each, State state, Side viewer, boolean employee) {
        Map<String, List<String>> expected = new LinkedHashMap<>();
        ACTIONS.forEach(
                (action, events) -> expected.put(action, obstacles(each, state, viewer, employee, action, events)));
        return expected;
    }

    private static List<String> obstacles(
            Case each, State state, Side viewer, boolean employee, String action, List<TaskEvent> events) {
        List<String> obstacles = new ArrayList<>();
        Side whose = ContractTable.side(events.get(0));
        if (whose != Side.EITHER && whose != viewer) {
            String unit = whose == Side.RECEIVER ? "receiving" : "requesting";
            obstacles.add(NOT_ALLOWED + "Only the %s unit may do this: %s.".formatted(unit, action));
        } else if (ContractTable.needsEmployee(events.get(0)) && !employee) {
            obstacles.add(NOT_ALLOWED + "A person answers for this step, so the token has to name an employee"
                    + " (employeeHsaId): " + action + ".");
        }
        if (events.stream().allMatch(event -> ContractTable.next(event, state).isEmpty())) {
            obstacles.add(NOT_ALLOWED
                    + "It is not possible while the work item is %s%s."
                            .formatted(state.status().toCode(), state.awaiting() ? " and awaiting information" : ""));
        }
        if (action.equals("claim") && each.claimed) {
            obstacles.add("claimed-once: Somebody at the unit has the request already: assigned-to says who.");
        }
        if (action.equals("convert") && each.converted) {
            obstacles.add("conversion-allowed: The request goes on as another already: act on that one.");
        } else if (action.equals("convert") && each.track == Track.TILLGANGLIG_PRIMARVARD && viewer == Side.RECEIVER) {
            obstacles.add(NO_REFERRAL_OF_ADVICE);
        }
        return obstacles;
    }

    /** By action, why it is not possible; empty for what is. */
    private static Map<String, List<String>> said(UnitClient unit, String id) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        unit.get("ServiceRequest/%s/$available-actions".formatted(id))
                .expect(200)
                .resource(Parameters.class)
                .getParameter()
                .forEach(action -> {
                    List<String> obstacles = action.getPart().stream()
                            .filter(part -> part.getName().equals("blockedBy"))
                            .map(blocked -> value(blocked, "rule") + ": " + value(blocked, "text"))
                            .toList();
                    assertThat(value(action, "allowed")).isEqualTo(String.valueOf(obstacles.isEmpty()));
                    said.put(value(action, "code"), obstacles);
                });
        return said;
    }

    private static String value(ParametersParameterComponent parameter, String part) {
        return parameter.getPart().stream()
                .filter(candidate -> candidate.getName().equals(part))
                .map(candidate -> candidate.getValue().primitiveValue())
                .findFirst()
                .orElseThrow();
    }
}
