package se.samspar.outpatient;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.OperationExamples;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;
import se.samspar.support.TestPatients;

/** The example of each operation on cases, messages and consents is one that the demo region takes. */
@SamsparTest
class CaseExamplesTest {

    private static final String PATIENT = "191212121212";

    @Autowired
    SamsparApi api;

    /**
     * How an example is sent.
     *
     * @param number of the patient of the case, who is another than that of the examples
     */
    private record Call(String unit, String path, String number) {}

    @TestFactory
    Stream<DynamicTest> everyExampleIsTakenByTheServer() {
        Map<String, Supplier<Call>> calls = calls();
        return OperationExamples.of(OperationExamples.OF_CASES::contains).entrySet().stream()
                .map(example ->
                        dynamicTest(example.getKey(), () -> send(example.getValue(), call(example.getKey(), calls))));
    }

    private static Call call(String operation, Map<String, Supplier<Call>> calls) {
        return Optional.ofNullable(calls.get(operation))
                .orElseThrow(() -> new AssertionError("No call of the example"))
                .get();
    }

    private void send(String example, Call call) {
        String body = OperationExamples.read(example).replace(PATIENT, call.number());
        api.as(call.unit()).post(call.path(), body).expect(200);
    }

    private Map<String, Supplier<Call>> calls() {
        Map<String, Supplier<Call>> calls = new HashMap<>();
        calls.put(
                "CarePlan/$open-case", () -> new Call(HOME_SERVICE, "CarePlan/$open-case", TestPatients.nextNumber()));
        Stream.of("send", "invite", "leave", "plan", "start-sip", "admit", "close", "available-actions")
                .forEach(step -> calls.put("CarePlan/$" + step, () -> onCase(step)));
        Stream.of("move-phase", "leave-pathway").forEach(step -> calls.put("CarePlan/$" + step, () -> onPathway(step)));
        Stream.of("acknowledge", "respond")
                .forEach(step -> calls.put("Communication/$" + step, () -> onMessage(HEALTH_CENTRE, step)));
        Stream.of("supplement", "withdraw", "available-actions")
                .forEach(step -> calls.put("Communication/$" + step, () -> onMessage(HOME_SERVICE, step)));
        Stream.of("verify", "withdraw").forEach(step -> calls.put("Consent/$" + step, () -> onConsent(step)));
        return calls;
    }

    private Call onCase(String step) {
        CaseFlow flow = CaseFlow.opened(api);
        return new Call(HOME_SERVICE, flow.path() + "/$" + step, number(flow));
    }

    private Call onPathway(String step) {
        CarePlan plan = StartedPathways.started(api, "investigation");
        return new Call("vc-dalby", StartedPathways.path(plan) + "/$" + step, TestPatients.nextNumber());
    }

    private Call onMessage(String unit, String step) {
        CaseFlow flow = CaseFlow.opened(api);
        Communication sent = flow.send(
                        HOME_SERVICE,
                        CaseFlow.message(
                                MessageType.VARDBEGARAN,
                                MessagePurpose.COORDINATION_REQUEST,
                                "Yr sedan i går.",
                                HEALTH_CENTRE))
                .expect(200)
                .entry(Communication.class);
        return new Call(unit, CaseFlow.path(sent) + "/$" + step, number(flow));
    }

    private Call onConsent(String step) {
        CaseFlow flow = CaseFlow.opened(api);
        return new Call(HEALTH_CENTRE, flow.consent() + "/$" + step, number(flow));
    }

    private static String number(CaseFlow flow) {
        String patient = flow.patient().replace("Patient/", "");
        return flow.as(HOME_SERVICE)
                .read(Patient.class, patient)
                .getIdentifierFirstRep()
                .getValue();
    }
}
