package se.samspar.deviation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.deviation.DeviationFlow.CLINIC;
import static se.samspar.deviation.DeviationFlow.HEALTH_CENTRE;
import static se.samspar.deviation.DeviationFlow.HOME_SERVICE;
import static se.samspar.deviation.DeviationFlow.REHABILITATION;
import static se.samspar.deviation.DeviationFlow.path;
import static se.samspar.support.DemoRequests.parameters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.DeviationKind;
import se.samspar.fhir.generated.DeviationStep;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.fhir.generated.WorkItemKind;
import se.samspar.support.DemoCases;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.WorkingDays;

/** A deviation is reported straight to the unit concerned, and answered by it (OVP-18). */
@SamsparTest
class ReportDeviationTest {

    private static final int WORKING_DAYS_TO_ANSWER = 10;

    @Autowired
    SamsparApi api;

    private DeviationFlow flow;
    private ServiceRequest request;

    @BeforeEach
    void theHealthCentreSendsARequest() {
        flow = new DeviationFlow(api);
        request = flow.request();
    }

    @Test
    void theUnitConcernedHasItInItsInbox() {
        Instant before = Instant.now();
        HttpAnswer answer = flow.report(CLINIC, request, HEALTH_CENTRE, "kind", new CodeType("incomplete"))
                .expect(200);

        AdverseEvent deviation = answer.entry(AdverseEvent.class);
        assertThat(DeviationKind.INCOMPLETE.isIn(deviation.getEvent())).isTrue();
        assertThat(deviation.getEvent().getText()).isEqualTo("Röntgensvaret saknades.");
        assertThat(DeviationStep.REQUEST.isIn(deviation.getCategoryFirstRep())).isTrue();
        assertThat(deviation.getSubject().getReference())
                .isEqualTo(request.getSubject().getReference());
        assertThat(Deviations.reportingUnit(deviation).getReference()).isEqualTo("Organization/" + CLINIC);
        assertThat(deviation.getRecordedDate()).isBetween(Date.from(before.minusSeconds(1)), new Date());

        Task task = inbox(HEALTH_CENTRE, deviation).get(0);
        assertThat(answer.entry(Task.class).getIdElement().getIdPart())
                .isEqualTo(task.getIdElement().getIdPart());
        assertThat(WorkItemKind.DEVIATION.isIn(task.getCode())).isTrue();
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getRequester().getReference()).isEqualTo("Organization/" + CLINIC);
        assertThat(task.getRestriction()
                        .getPeriod()
                        .getEnd()
                        .toInstant()
                        .atZone(WorkingDays.SWEDEN)
                        .toLocalDate())
                .isBetween(
                        WorkingDays.after(before, WORKING_DAYS_TO_ANSWER),
                        WorkingDays.after(Instant.now(), WORKING_DAYS_TO_ANSWER));
    }

    @Test
    void itIsOverdueWhenItsTimeHasPassedUnanswered() {
        AdverseEvent deviation = flow.reported(request);
        String overdue = "Task?owner=Organization/%s&code=deviation&status=requested&focus=%s&due=lt"
                .formatted(HEALTH_CENTRE, path(deviation));

        assertThat(tasks(HEALTH_CENTRE, overdue + Instant.now())).isEmpty();
        assertThat(tasks(HEALTH_CENTRE, overdue + Instant.now().plus(60, ChronoUnit.DAYS)))
                .hasSize(1);
        flow.answer(HEALTH_CENTRE, deviation).expect(200);
        assertThat(tasks(HEALTH_CENTRE, overdue + Instant.now().plus(60, ChronoUnit.DAYS)))
                .isEmpty();
    }

    @Test
    void itIsAnsweredWithWhatWasDoneAboutIt() {
        AdverseEvent deviation = flow.reported(request);

        HttpAnswer answered = flow.answer(HEALTH_CENTRE, deviation).expect(200);

        assertThat(answered.entry(Task.class).getStatus()).isEqualTo(TaskStatus.COMPLETED);
        AdverseEvent read =
                api.as(CLINIC).read(AdverseEvent.class, deviation.getIdElement().getIdPart());
        Extension answer = read.getExtensionByUrl(Extensions.DEVIATION_ANSWER);
        assertThat(answer.getExtensionByUrl("text").getValue().primitiveValue()).isEqualTo("Svaret var inte klart.");
        assertThat(answer.getExtensionByUrl("measure").getValue().primitiveValue())
                .isEqualTo("Vi väntar in svaret.");
        assertThat(((Identifier) answer.getExtensionByUrl("who").getValue()).getSystem())
                .isEqualTo(IdentifierSystems.HSA_ID);
        assertThat(answer.getExtensionByUrl("when")).isNotNull();
        assertThat(read.getMeta().getVersionId()).isEqualTo("2");
    }

    @Test
    void itIsAnsweredOnceByAPersonAtTheUnitConcerned() {
        AdverseEvent deviation = flow.reported(request);

        assertThat(flow.answer(CLINIC, deviation).status()).isEqualTo(403);
        assertThat(api.asSystemOf(HEALTH_CENTRE, "system/*.cruds")
                        .post(path(deviation) + "/$answer", parameters("text", "Svar"))
                        .status())
                .isEqualTo(403);
        HttpAnswer blank = api.as(HEALTH_CENTRE).post(path(deviation) + "/$answer", parameters("text", " "));
        assertThat(blank.status()).as(blank.body()).isIn(400, 422);
        flow.answer(HEALTH_CENTRE, deviation).expect(200);
        HttpAnswer again = flow.answer(HEALTH_CENTRE, deviation);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.ruleCodes()).containsExactly("transition-not-allowed");
    }

    @Test
    void theServerTellsFromWhatItConcernsWhichStepWentWrong() {
        HttpAnswer opened = DemoCases.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE, REHABILITATION));
        CarePlan aCase = opened.entry(CarePlan.class);
        Communication message = api.as(HOME_SERVICE)
                .post(path(aCase) + "/$send", parameters("message", DemoCases.message(HEALTH_CENTRE)))
                .expect(200)
                .entry(Communication.class);
        Task receipt = tasks(HEALTH_CENTRE, "Task?focus=" + path(message)).get(0);

        assertThat(stepOf(HOME_SERVICE, aCase, REHABILITATION)).isEqualTo(DeviationStep.CASE);
        assertThat(stepOf(HEALTH_CENTRE, opened.entry(Consent.class), HOME_SERVICE))
                .isEqualTo(DeviationStep.CONSENT);
        assertThat(stepOf(HOME_SERVICE, message, HEALTH_CENTRE)).isEqualTo(DeviationStep.MESSAGE);
        assertThat(stepOf(HEALTH_CENTRE, receipt, HOME_SERVICE)).isEqualTo(DeviationStep.MESSAGE);
    }

    @Test
    void stepsOfAConsultationToo() {
        Date planned = Date.from(Instant.now().plus(2, ChronoUnit.DAYS));
        Appointment meeting = api.as(CLINIC)
                .post(
                        path(request) + "/$triage",
                        parameters("decision", new CodeType("accept"), "plannedTime", new DateTimeType(planned)))
                .expect(200)
                .entry(Appointment.class);
        assertThat(stepOf(HEALTH_CENTRE, meeting, CLINIC)).isEqualTo(DeviationStep.MEETING);

        Instant start = Instant.now().minus(30, ChronoUnit.MINUTES);
        api.as(HEALTH_CENTRE)
                .post(
                        "Encounter/$register-consultation",
                        parameters(
                                "request",
                                new Reference(path(request)),
                                "period",
                                new Period()
                                        .setStart(Date.from(start))
                                        .setEnd(Date.from(start.plus(30, ChronoUnit.MINUTES))),
                                "primaryCareUnit",
                                DemoCases.unit(HEALTH_CENTRE),
                                "primaryCarePractitioner",
                                new Reference("PractitionerRole/vc-dalby-lakare-1"),
                                "specialistUnit",
                                DemoCases.unit(CLINIC),
                                "specialistPractitioner",
                                new Reference("PractitionerRole/sus-ortopedi-lakare-1")))
                .expect(200)
                .entries(Encounter.class)
                .forEach(half -> assertThat(stepOf(
                                HEALTH_CENTRE,
                                half,
                                half.getServiceProvider().getReference().endsWith(CLINIC) ? CLINIC : HEALTH_CENTRE))
                        .isEqualTo(DeviationStep.REGISTRATION));

        Communication answer = api.as(CLINIC)
                .post(path(request) + "/$answer", parameters("kind", new CodeType("partial"), "text", "Svar följer."))
                .expect(200)
                .entry(Communication.class);
        assertThat(stepOf(HEALTH_CENTRE, answer, CLINIC)).isEqualTo(DeviationStep.ANSWER);
    }

    private DeviationStep stepOf(String reporter, Resource concerns, String unit) {
        AdverseEvent deviation =
                flow.report(reporter, concerns, unit).expect(200).entry(AdverseEvent.class);
        return DeviationStep.of(
                        deviation.getCategoryFirstRep().getCodingFirstRep().getCode())
                .orElseThrow();
    }

    @Test
    void theUnitMayBeNamedByItsHsaId() {
        Reference byHsaId = new Reference()
                .setIdentifier(
                        new Identifier().setSystem(IdentifierSystems.HSA_ID).setValue("SE2321000255-DEMO-VC-DALBY"));
        AdverseEvent deviation = api.as(CLINIC)
                .post(
                        "AdverseEvent/$report-deviation",
                        parameters("concerns", new Reference(path(request)), "unit", byHsaId, "text", "Sent"))
                .expect(200)
                .entry(AdverseEvent.class);
        assertThat(Deviations.concernedUnit(deviation).getReference()).isEqualTo("Organization/" + HEALTH_CENTRE);
    }

    @Test
    void theUnitTakesPartInTheStepAndSeesItAndHasAccess() {
        assertRefused(flow.report(CLINIC, request, "sus-neurologi"));
        CarePlan aCase = DemoCases.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE, "hospice-lund"))
                .entry(CarePlan.class);
        assertRefused(flow.report(HOME_SERVICE, aCase, REHABILITATION));
        assertRefused(flow.report(HOME_SERVICE, aCase, "hospice-lund"));
        flow.report(HOME_SERVICE, aCase, HEALTH_CENTRE).expect(200);
    }

    @Test
    void aPartyThatReadsAMessageWithoutReceivingItIsNotConcernedByIt() {
        CarePlan aCase = DemoCases.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE, REHABILITATION))
                .entry(CarePlan.class);
        Communication message = api.as(HOME_SERVICE)
                .post(path(aCase) + "/$send", parameters("message", DemoCases.message(HEALTH_CENTRE)))
                .expect(200)
                .entry(Communication.class);
        api.as(REHABILITATION).get(path(message)).expect(200);

        assertRefused(flow.report(HOME_SERVICE, message, REHABILITATION));
    }

    @Test
    void whomConsentNoLongerCoversIsToldNothingByADeviation() {
        HttpAnswer opened = DemoCases.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE));
        api.as(HOME_SERVICE)
                .post(path(opened.entry(Consent.class)) + "/$withdraw", parameters("reason", "Vill inte längre"))
                .expect(200);

        assertRefused(flow.report(HOME_SERVICE, opened.entry(CarePlan.class), HEALTH_CENTRE));
    }

    private static void assertRefused(HttpAnswer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.ruleCodes()).containsExactly("deviation-concerns-party");
    }

    @Test
    void whatIsNoStepHasNoDeviations() {
        HttpAnswer aboutAPerson =
                flow.report(CLINIC, new Reference(request.getSubject().getReference()), HEALTH_CENTRE);

        assertThat(aboutAPerson.status()).isEqualTo(422);
        assertThat(aboutAPerson.ruleCodes()).contains("deviation-concerns-party");
        assertThat(flow.report(CLINIC, request, HEALTH_CENTRE, "kind", new CodeType("bad"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whatTheReporterDoesNotSeeIsToItAsIfItWereNotThere() {
        HttpAnswer hidden = flow.report("sus-neurologi", request, HEALTH_CENTRE);
        HttpAnswer missing = flow.report(
                "sus-neurologi", new Reference("ServiceRequest/00000000-0000-0000-0000-000000000000"), HEALTH_CENTRE);

        assertThat(hidden.status()).isEqualTo(missing.status()).isEqualTo(404);
        assertThat(hidden.body().replace(request.getIdElement().getIdPart(), "ID"))
                .isEqualTo(missing.body().replace("00000000-0000-0000-0000-000000000000", "ID"));
    }

    private List<Task> inbox(String slug, AdverseEvent deviation) {
        return tasks(slug, "Task?owner=Organization/%s&focus=%s".formatted(slug, path(deviation)));
    }

    private List<Task> tasks(String slug, String search) {
        return api.as(slug).get(search).expect(200).entries(Task.class);
    }
}
