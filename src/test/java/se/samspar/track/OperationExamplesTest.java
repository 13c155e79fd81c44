package se.samspar.track;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Track;
import se.samspar.support.HttpAnswer;
import se.samspar.support.OperationExamples;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;
import se.samspar.support.WorkingDays;

/**
 * The example of each operation is one that the demo region takes, once the ids of requests in it are those of requests
 * that there are, and its times are to come or just over.
 */
@SamsparTest
class OperationExamplesTest {

    private static final String PATIENT = "191212121212";
    private static final String CONSULTATION = "ServiceRequest/digital-consultation-request-example";

    /** Types whose examples are sent by tests of their own. */
    private static final Set<String> ELSEWHERE =
            Set.of("Subscription", "PlanDefinition", "Observation", "MeasureReport");

    @Autowired
    SamsparApi api;

    /**
     * How an example is sent.
     *
     * @param replaced what stands in the example, and what instead of it
     */
    private record Call(UnitClient unit, String path, Map<String, String> replaced) {

        Call(UnitClient unit, String path) {
            this(unit, path, Map.of());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsTakenByTheServer() {
        Map<String, Supplier<Call>> calls = calls();
        return OperationExamples.of(type -> !OperationExamples.OF_CASES.contains(type) && !ELSEWHERE.contains(type))
                .values()
                .stream()
                .distinct()
                .map(operation -> dynamicTest("$" + operation, () -> send(operation, call(operation, calls))
                        .expect(200)));
    }

    private static Call call(String operation, Map<String, Supplier<Call>> calls) {
        return Optional.ofNullable(calls.get(operation))
                .orElseThrow(() -> new AssertionError("No call of the example"))
                .get();
    }

    private Map<String, Supplier<Call>> calls() {
        Map<String, Supplier<Call>> calls = new HashMap<>();
        calls.put("find-tracks", () -> new Call(dalby(), "HealthcareService/$find-tracks"));
        calls.put(
                "submit",
                () -> new Call(dalby(), "ServiceRequest/$submit", Map.of(PATIENT, TestPatients.nextNumber())));
        Stream.of("receive", "claim", "reassign").forEach(step -> calls.put(step, () -> byClinic(submitted(), step)));
        Stream.of("available-actions", "milestones", "cancel")
                .forEach(step ->
                        calls.put(step, () -> new Call(dalby(), submitted().path(step))));
        calls.put("triage", () -> new Call(clinic(), submitted().path("triage"), times(WorkingDays.officeTime())));
        calls.put("supplement", () -> {
            RequestFlow flow = submitted();
            return new Call(dalby(), flow.path("supplement"), Map.of(PATIENT, number(flow)));
        });
        calls.put("answer", () -> {
            RequestFlow flow = accepted();
            return new Call(clinic(), flow.path("answer"), Map.of(PATIENT, number(flow)));
        });
        calls.put(
                "convert",
                () -> new Call(
                        dalby(),
                        RequestFlow.submitted(api, RequestFlow.request(Track.ELEKTIV_REMISS))
                                .path("convert")));
        calls.put(
                "reschedule",
                () -> new Call(
                        clinic(),
                        "Appointment/%s/$reschedule".formatted(conference()),
                        Map.of(
                                "Slot/sus-ortopedi-mdk-1",
                                Calendars.reference(Calendars.slot(clinic(), Calendars.CONFERENCES))
                                        .getReference())));
        calls.put("sign-up", () -> {
            Appointment former = Calendars.held(clinic());
            String request =
                    RequestFlow.submitted(api, Calendars.caseFor(former)).id();
            return new Call(
                    dalby(),
                    "Appointment/%s/$sign-up".formatted(conference()),
                    Map.of("conference-request-example", request));
        });
        calls.put("register-consultation", () -> registration(accepted()));
        calls.put("registration-gaps", () -> new Call(clinic(), "Encounter/$registration-gaps"));
        calls.put(
                "complete-registration",
                () -> new Call(clinic(), "Encounter/%s/$complete-registration".formatted(half("VR"))));
        calls.put(
                "verify-registration",
                () -> new Call(dalby(), "Encounter/%s/$verify-registration".formatted(half("AMB"))));
        calls.put("evaluate-measure", () -> new Call(dalby(), "Measure/requests/$evaluate-measure"));
        calls.putAll(deviationsAndExperiences());
        return calls;
    }

    private Map<String, Supplier<Call>> deviationsAndExperiences() {
        return Map.of(
                "report-deviation",
                this::deviation,
                "adverse-event-answer",
                () -> new Call(
                        dalby(),
                        "AdverseEvent/%s/$answer"
                                .formatted(send("report-deviation", deviation())
                                        .expect(200)
                                        .entry(AdverseEvent.class)
                                        .getIdElement()
                                        .getIdPart())),
                "deviation-summary",
                () -> new Call(clinic(), "AdverseEvent/$deviation-summary"),
                "experience-summary",
                () -> new Call(dalby(), "QuestionnaireResponse/$experience-summary"),
                "emergency-accesses",
                () -> new Call(api.asReviewerOf("sus-ortopedi"), "Patient/$emergency-accesses"),
                "next-steps",
                () -> new Call(api.as("patient-191212121212"), "Patient/tolvan-tolvansson/$next-steps"));
    }

    private Call deviation() {
        return new Call(
                clinic(),
                "AdverseEvent/$report-deviation",
                Map.of(CONSULTATION, "ServiceRequest/" + submitted().id()));
    }

    private HttpAnswer send(String operation, Call call) {
        String body = OperationExamples.read(operation);
        for (Map.Entry<String, String> replaced : call.replaced().entrySet()) {
            body = body.replace(replaced.getKey(), replaced.getValue());
        }
        return call.unit().post(call.path(), body);
    }

    private static Map<String, String> times(Instant planned) {
        return Map.of("2025-02-05T10:00:00+01:00", planned.toString());
    }

    /** Visit and contact of the example, ending now: not before the request was sent. */
    private Call registration(RequestFlow flow) {
        Map<String, String> replaced = new HashMap<>(Map.of(CONSULTATION, "ServiceRequest/" + flow.id()));
        Instant end = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Map.of("09:50", 50, "10:00", 40, "10:30", 0, "10:40", 0)
                .forEach((time, minutes) -> replaced.put(
                        "2025-02-05T%s:00+01:00".formatted(time),
                        end.minus(minutes, ChronoUnit.MINUTES).toString()));
        return new Call(dalby(), "Encounter/$register-consultation", replaced);
    }

    /** A half of a consultation that the health centre has registered, of which its own is finished. */
    private String half(String encounterClass) {
        return send("register-consultation", registration(accepted())).expect(200).entries(Encounter.class).stream()
                .filter(half -> half.getClass_().getCode().equals(encounterClass))
                .findFirst()
                .orElseThrow()
                .getIdElement()
                .getIdPart();
    }

    private Call byClinic(RequestFlow flow, String step) {
        return new Call(clinic(), flow.path(step));
    }

    private RequestFlow submitted() {
        return RequestFlow.submitted(api);
    }

    private RequestFlow accepted() {
        RequestFlow flow = submitted();
        flow.triage("accept").expect(200);
        return flow;
    }

    private String conference() {
        return Calendars.held(clinic()).getIdElement().getIdPart();
    }

    private String number(RequestFlow flow) {
        String patient = flow.request().getSubject().getReferenceElement().getIdPart();
        return dalby().read(Patient.class, patient).getIdentifierFirstRep().getValue();
    }

    private UnitClient dalby() {
        return api.as(RequestFlow.HEALTH_CENTRE);
    }

    private UnitClient clinic() {
        return api.as(RequestFlow.CLINIC);
    }
}
