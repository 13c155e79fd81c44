package se.samspar.security;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Every operation, tried by a unit that takes no part in what it is about (ALL-3). */
@SamsparTest
class ForeignUnitOperationsTest {

    /** What the foreign unit sends to an operation, and the status that answers it; without parameters a GET. */
    private record Attempt(String path, Parameters parameters, int status) {}

    @Autowired
    SamsparApi api;

    private ServiceRequest request;
    private Encounter visit;
    private Appointment meeting;

    @BeforeEach
    void dalbyAndOrthopaedicsHaveRegisteredAConsultation() {
        request = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);
        Date planned = Date.from(Instant.now().plus(2, ChronoUnit.DAYS));
        meeting = api.as("sus-ortopedi")
                .post(
                        requestPath() + "/$triage",
                        parameters("decision", new CodeType("accept"), "plannedTime", new DateTimeType(planned)))
                .expect(200)
                .entry(Appointment.class);
        visit = api.as("vc-dalby")
                .post("Encounter/$register-consultation", registration())
                .expect(200)
                .entry(Encounter.class);
    }

    private Map<String, Attempt> attempts() {
        String half = "Encounter/" + visit.getIdElement().getIdPart();
        return Map.ofEntries(
                // The directory is everyone's; whose patient it is about makes no difference.
                Map.entry(
                        "HealthcareService/$find-tracks",
                        new Attempt(
                                "HealthcareService/$find-tracks?track=digital-specialistkonsultation&patient="
                                        + request.getSubject().getReference(),
                                null,
                                200)),
                Map.entry(
                        "ServiceRequest/$submit",
                        new Attempt(
                                "ServiceRequest/$submit",
                                DemoRequests.submit(DemoRequests.consultation(), TestPatients.next()),
                                403)),
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
                Map.entry("ServiceRequest/$available-actions", onRequest("available-actions", null)),
                Map.entry(
                        "Appointment/$reschedule",
                        new Attempt(
                                "Appointment/" + meeting.getIdElement().getIdPart() + "/$reschedule",
                                parameters("period", new Period().setStart(meeting.getStart())),
                                404)),
                // When a conference is may everyone know; whose case is taken up there is not.
                Map.entry(
                        "Appointment/$sign-up",
                        new Attempt(
                                "Appointment/sus-ortopedi-mdk-1/$sign-up",
                                parameters("request", new Reference(requestPath())),
                                404)),
                Map.entry(
                        "Encounter/$register-consultation",
                        new Attempt("Encounter/$register-consultation", registration(), 404)),
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

    private Attempt onRequest(String operation, Parameters parameters) {
        return new Attempt(requestPath() + "/$" + operation, parameters, 404);
    }

    private Parameters registration() {
        Instant start = Instant.now().minus(30, ChronoUnit.MINUTES);
        return parameters(
                "request",
                new Reference(requestPath()),
                "period",
                new Period().setStart(Date.from(start)).setEnd(Date.from(start.plus(30, ChronoUnit.MINUTES))),
                "primaryCareUnit",
                new Reference("Organization/vc-dalby"),
                "primaryCarePractitioner",
                new Reference("PractitionerRole/vc-dalby-lakare-1"),
                "specialistUnit",
                new Reference("Organization/sus-ortopedi"),
                "specialistPractitioner",
                new Reference("PractitionerRole/sus-ortopedi-lakare-1"));
    }

    private String requestPath() {
        return "ServiceRequest/" + request.getIdElement().getIdPart();
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
                .doesNotContain("Testsson", "knäsmärta", request.getIdElement().getIdPart());
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
