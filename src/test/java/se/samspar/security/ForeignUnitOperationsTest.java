package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Every operation, tried by a unit that takes no part in what it is about (ALL-3). */
@SamsparTest
class ForeignUnitOperationsTest {

    private static final String REPORT_OF_ANOTHER =
            "Measure/requests/$evaluate-measure?periodStart=2025-01-01&periodEnd=2025-04-30&reporter=vc-dalby";

    /** What the foreign unit sends to an operation, and the status that answers it; without parameters a GET. */
    record Attempt(String path, Parameters parameters, int status) {}

    @Autowired
    SamsparApi api;

    private WorkOfOthers others;

    @BeforeEach
    void othersHaveWorkedTogether() {
        others = WorkOfOthers.done(api);
    }

    private Map<String, Attempt> attempts() {
        Map<String, Attempt> attempts = new HashMap<>();
        Stream.of(
                        onTracks(),
                        onRequests(),
                        onMeetingsAndRegistrations(),
                        inOutpatientProcess(),
                        inFollowUp(),
                        onSubscriptions(),
                        AttemptsOnPathways.of(api, others))
                .forEach(attempts::putAll);
        return attempts;
    }

    private Map<String, Attempt> onTracks() {
        return Map.ofEntries(
                // The directory is everyone's; whose patient it is about makes no difference.
                Map.entry(
                        "HealthcareService/$find-tracks",
                        new Attempt(
                                "HealthcareService/$find-tracks?track=digital-specialistkonsultation&patient="
                                        + others.request().getSubject().getReference(),
                                null,
                                200)),
                Map.entry(
                        "ServiceRequest/$submit",
                        new Attempt(
                                "ServiceRequest/$submit",
                                DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()),
                                403)));
    }

    private Map<String, Attempt> onRequests() {
        return Map.ofEntries(
                Map.entry("ServiceRequest/$receive", onRequest("receive", new Parameters())),
                Map.entry(
                        "ServiceRequest/$triage", onRequest("triage", parameters("decision", new CodeType("accept")))),
                Map.entry(
                        "ServiceRequest/$supplement",
                        onRequest(
                                "supplement",
                                parameters(
                                        "note",
                                        "x",
                                        "attachment",
                                        new DocumentReference().setStatus(DocumentReferenceStatus.CURRENT)))),
                Map.entry(
                        "ServiceRequest/$answer",
                        onRequest("answer", parameters("kind", new CodeType("partial"), "text", "Svar"))),
                Map.entry("ServiceRequest/$cancel", onRequest("cancel", parameters("reason", "x"))),
                Map.entry("ServiceRequest/$claim", onRequest("claim", new Parameters())),
                Map.entry(
                        "ServiceRequest/$reassign",
                        onRequest(
                                "reassign",
                                parameters("to", new Reference("PractitionerRole/sus-neurologi-lakare-1")))),
                Map.entry(
                        "ServiceRequest/$convert",
                        onRequest(
                                "convert",
                                parameters(
                                        "track",
                                        new CodeType("elektiv-remiss"),
                                        "to",
                                        new Reference("HealthcareService/sus-neurologi-remiss")))),
                Map.entry("ServiceRequest/$milestones", onRequest("milestones", null)),
                Map.entry("ServiceRequest/$available-actions", onRequest("available-actions", null)));
    }

    private Map<String, Attempt> onMeetingsAndRegistrations() {
        String half = WorkOfOthers.path(others.visit());
        return Map.ofEntries(
                Map.entry(
                        "Appointment/$reschedule",
                        new Attempt(
                                WorkOfOthers.path(others.meeting()) + "/$reschedule",
                                parameters(
                                        "period",
                                        new Period().setStart(others.meeting().getStart())),
                                404)),
                // When a conference is may everyone know; whose case is taken up there is not.
                Map.entry(
                        "Appointment/$sign-up",
                        new Attempt(
                                "Appointment/sus-ortopedi-mdk-1/$sign-up",
                                parameters("request", new Reference(WorkOfOthers.path(others.request()))),
                                404)),
                Map.entry(
                        "Encounter/$register-consultation",
                        new Attempt(
                                "Encounter/$register-consultation", WorkOfOthers.registration(others.request()), 404)),
                Map.entry(
                        "Encounter/$complete-registration",
                        new Attempt(half + "/$complete-registration", new Parameters(), 404)),
                Map.entry(
                        "Encounter/$verify-registration",
                        new Attempt(half + "/$verify-registration", new Parameters(), 404)),
                Map.entry(
                        "Encounter/$registration-gaps",
                        new Attempt("Encounter/$registration-gaps?unit=Organization/vc-dalby", null, 403)));
    }

    private Map<String, Attempt> inOutpatientProcess() {
        Communication sent = new Communication();
        sent.addCategory(MessageType.ADMINISTRATIVT.toConcept()).setTopic(MessagePurpose.INFORMATION.toConcept());
        sent.addRecipient(new Reference("Organization/vc-dalby"));
        sent.addPayload().setContent(new StringType("x"));
        return Map.ofEntries(
                Map.entry("CarePlan/$open-case", new Attempt("CarePlan/$open-case", WorkOfOthers.opening(), 403)),
                Map.entry("CarePlan/$send", on(others.aCase(), "send", parameters("message", sent))),
                Map.entry(
                        "CarePlan/$invite",
                        on(others.aCase(), "invite", parameters("party", new Reference("Organization/sus-neurologi")))),
                Map.entry(
                        "CarePlan/$leave",
                        on(others.aCase(), "leave", parameters("party", new Reference("Organization/vc-dalby")))),
                Map.entry(
                        "CarePlan/$plan",
                        on(
                                others.aCase(),
                                "plan",
                                parameters("planning", new CarePlan().setStatus(CarePlanStatus.ACTIVE)))),
                Map.entry("CarePlan/$start-sip", on(others.aCase(), "start-sip", parameters("text", "x"))),
                Map.entry("CarePlan/$admit", on(others.aCase(), "admit", parameters("reason", "x"))),
                Map.entry(
                        "CarePlan/$close",
                        on(others.aCase(), "close", parameters("reason", new CodeType("goals-met")))),
                Map.entry("CarePlan/$available-actions", on(others.aCase(), "available-actions", null)),
                Map.entry("Communication/$acknowledge", on(others.message(), "acknowledge", new Parameters())),
                Map.entry(
                        "Communication/$respond",
                        on(others.message(), "respond", parameters("decision", new CodeType("accept")))),
                Map.entry("Communication/$supplement", on(others.message(), "supplement", parameters("text", "x"))),
                Map.entry("Communication/$withdraw", on(others.message(), "withdraw", parameters("reason", "x"))),
                Map.entry("Communication/$available-actions", on(others.message(), "available-actions", null)),
                Map.entry("Consent/$verify", on(others.consent(), "verify", new Parameters())),
                Map.entry("Consent/$withdraw", on(others.consent(), "withdraw", parameters("reason", "x"))));
    }

    private Map<String, Attempt> inFollowUp() {
        return Map.ofEntries(
                Map.entry(
                        "AdverseEvent/$report-deviation",
                        new Attempt(
                                "AdverseEvent/$report-deviation", WorkOfOthers.deviationReport(others.request()), 404)),
                Map.entry(
                        "AdverseEvent/$answer",
                        new Attempt(
                                WorkOfOthers.path(others.deviation()) + "/$answer", parameters("text", "Svar"), 404)),
                // Each unit counts its own: nothing here is the foreign unit's.
                Map.entry(
                        "AdverseEvent/$deviation-summary",
                        new Attempt("AdverseEvent/$deviation-summary?unit=Organization/vc-dalby", null, 200)),
                // For whoever reviews logs; EmergencyAccessTest says what they see.
                Map.entry("Patient/$emergency-accesses", new Attempt("Patient/$emergency-accesses", null, 403)),
                Map.entry(
                        "Patient/$next-steps",
                        new Attempt(others.request().getSubject().getReference() + "/$next-steps", null, 404)),
                Map.entry("Measure/$evaluate-measure", new Attempt(REPORT_OF_ANOTHER, null, 403)),
                Map.entry(
                        "MeasureReport/$follow-up-report",
                        new Attempt(
                                "MeasureReport/$follow-up-report?period=2025-01&reporter=Organization/vc-dalby",
                                null,
                                403)),
                Map.entry(
                        "QuestionnaireResponse/$experience-summary",
                        new Attempt(
                                "QuestionnaireResponse/$experience-summary?unit=Organization/vc-dalby", null, 403)));
    }

    private Map<String, Attempt> onSubscriptions() {
        String path = WorkOfOthers.path(others.subscription());
        return Map.ofEntries(
                Map.entry("Subscription/$status", on(others.subscription(), "status", null)),
                Map.entry("Subscription/$events", on(others.subscription(), "events", null)),
                // Those of all units are an administrator's.
                Map.entry("Subscription/$replay", new Attempt(path + "/$replay", new Parameters(), 403)),
                Map.entry("Subscription/$dead-letters", new Attempt("Subscription/$dead-letters", null, 403)));
    }

    static Attempt on(Resource instance, String operation, Parameters parameters) {
        return new Attempt(WorkOfOthers.path(instance) + "/$" + operation, parameters, 404);
    }

    private Attempt onRequest(String operation, Parameters parameters) {
        return on(others.request(), operation, parameters);
    }

    @TestFactory
    Stream<DynamicTest> aForeignUnitLearnsNothingByAnyOperation() {
        return attempts().entrySet().stream()
                .map(attempt -> DynamicTest.dynamicTest(attempt.getKey(), () -> refuse(attempt.getValue())));
    }

    private void refuse(Attempt attempt) {
        UnitClient foreign = api.as("sus-neurologi");

        HttpAnswer answer = attempt.parameters() == null
                ? foreign.get(attempt.path())
                : foreign.post(attempt.path(), attempt.parameters());

        assertThat(answer.status()).as(answer.body()).isEqualTo(attempt.status());
        assertThat(answer.body())
                .doesNotContain(
                        "Testsson", "knäsmärta", others.request().getIdElement().getIdPart())
                .doesNotContain(
                        others.aCase().getSubject().getReferenceElement().getIdPart());
    }

    @Test
    void noOperationIsLeftOut() {
        CapabilityStatement offered = api.asNobody().get("metadata").expect(200).resource(CapabilityStatement.class);
        Set<String> operations = offered.getRestFirstRep().getResource().stream()
                .flatMap(type -> type.getOperation().stream()
                        .filter(operation -> !operation.getName().equals("validate")) // FHIR's own: ForeignUnitTest
                        .map(operation -> type.getType() + "/$" + operation.getName()))
                .collect(Collectors.toSet());

        assertThat(attempts().keySet()).isEqualTo(operations);
    }
}
