package se.samspar.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.resident.Residents.HOME_SERVICE;
import static se.samspar.resident.Residents.part;
import static se.samspar.resident.Residents.steps;
import static se.samspar.support.DemoRequests.parameters;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.store.ResourceStore;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;
import se.samspar.support.WorkingDays;

/** A person is told what happens next, whoever the care provider is (UPP-8), and nobody else is told more than they see. */
@SamsparTest
class NextStepsTest {

    private static final String ANSWERS = "Mottagningen har tagit emot din remiss och svarar på den.";
    private static final String DECIDES = "Mottagningen tar ställning till din remiss.";
    private static final String CLINIC = "Ortopedi, Skånes universitetssjukhus";

    @Autowired
    SamsparApi api;

    @Autowired
    ResourceStore store;

    private Residents resident;

    @BeforeEach
    void unitsCareForThePerson() {
        resident = Residents.of(api, TestPatients.next());
    }

    private List<ParametersParameterComponent> told() {
        return steps(resident.nextSteps(resident.person()).expect(200));
    }

    private ParametersParameterComponent told(String source) {
        return told().stream()
                .filter(step -> part(step, "source").equals(source))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theStepsOfAllCareProvidersComeInOrderOfTimeAndLastWhatHasNone() {
        String later = resident.met(30, "Location/kommun-lund-hemtjanst");
        String sooner = resident.met(1, "Location/vc-dalby");
        CarePlan plan = resident.planned("Promenad varje dag", resident.care().patient());

        List<ParametersParameterComponent> steps = told();

        assertThat(steps)
                .extracting(step -> part(step, "source"))
                .containsExactly(sooner, resident.care().request(), later, SharedCare.path(plan));
        assertThat(steps.get(0).getPartFirstRep().getValue()).isInstanceOf(DateTimeType.class);
        assertThat(steps.get(3).getPartFirstRep().getName()).isEqualTo("what");
        assertThat(steps)
                .extracting(step -> part(step, "what"))
                .containsExactly(
                        "Möte om din planering: Uppföljning hemma",
                        ANSWERS,
                        "Möte om din planering: Uppföljning hemma",
                        "Du gör själv: Promenad varje dag");
        assertThat(steps)
                .extracting(step -> part(step, "where"))
                .containsExactly("Vårdcentralen Dalby", CLINIC, "Hemtjänsten, Lunds kommun (demo)", null);
    }

    @Test
    void aRequestSaysByWhichDayItIsDecidedOnAndAnswered() {
        String request = sentToInternalMedicine();

        ParametersParameterComponent step = told(request);
        assertThat(part(step, "what")).isEqualTo(DECIDES);
        assertThat(part(step, "when")).isEqualTo(day(deadline(request)));
        assertThat(part(step, "where")).isNotBlank();

        api.as("vc-dalby")
                .post(request + "/$cancel", parameters("reason", "Behövs inte"))
                .expect(200);
        assertThat(told()).noneMatch(other -> part(other, "source").equals(request));
    }

    @Test
    void whoWaitsInVainIsToldSo() {
        String request = sentToInternalMedicine();
        Date yesterday = Date.from(Instant.now().minus(1, ChronoUnit.DAYS));
        store.executeAsServer(() -> {
            Task task = store.search(Task.class, "focus=" + request).get(0);
            task.getRestriction().getPeriod().setStart(yesterday).setEnd(yesterday);
            return store.update(task);
        });

        assertThat(part(told(request), "what")).isEqualTo(DECIDES + " Det har dröjt längre än det skulle.");
        assertThat(part(told().get(0), "source")).isEqualTo(request);
    }

    private String sentToInternalMedicine() {
        ServiceRequest sent = DemoRequests.internalMedicine();
        sent.setSubject(new Reference(resident.care().patient()));
        return SharedCare.path(api.as("vc-dalby")
                .post("ServiceRequest/$submit", parameters("request", sent))
                .expect(200)
                .entry(ServiceRequest.class));
    }

    private Task deadline(String request) {
        return api.as("vc-dalby").get("Task?focus=" + request).expect(200).entry(Task.class);
    }

    private static String day(Task task) {
        return task.getRestriction()
                .getPeriod()
                .getEnd()
                .toInstant()
                .atZone(WorkingDays.SWEDEN)
                .toLocalDate()
                .toString();
    }

    @Test
    void whatTheReceiverAsksForIsTheRequestersToSend() {
        String request = sentToInternalMedicine();
        api.as("sus-akut-internmedicin")
                .post(
                        request + "/$triage",
                        parameters("decision", new CodeType("request-supplement"), "reason", "Röntgensvar saknas"))
                .expect(200);

        ParametersParameterComponent step = told(request);
        assertThat(part(step, "what")).contains("fler uppgifter");
        assertThat(part(step, "where")).isEqualTo("Vårdcentralen Dalby");

        api.as("vc-dalby")
                .post(request + "/$supplement", parameters("note", "Bifogat"))
                .expect(200);
        assertThat(part(told(request), "what")).isEqualTo(DECIDES);
    }

    @Test
    void aBookedConsultationIsAtTheHealthCentreAndByVideoAndTheAnswerSaysWhatComesNext() {
        Instant start = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        ServiceRequest sent = DemoRequests.consultation();
        String request = resident.care().request();
        api.as("sus-ortopedi")
                .post(
                        request + "/$answer",
                        parameters(
                                "kind",
                                new CodeType("final"),
                                "outcome",
                                new CodeType("continue-in-primary-care"),
                                "text",
                                "Artros.",
                                "nextStep",
                                "Fysioterapeuten ringer.",
                                "patientInformed",
                                true))
                .expect(200);
        assertThat(resident.told()).containsExactly("Fysioterapeuten ringer.");

        sent.setSubject(new Reference(resident.care().patient()));
        String next = SharedCare.path(api.as("vc-dalby")
                .post("ServiceRequest/$submit", parameters("request", sent))
                .expect(200)
                .entry(ServiceRequest.class));
        api.as("sus-ortopedi")
                .post(
                        next + "/$triage",
                        parameters(
                                "decision", new CodeType("accept"), "plannedTime", new DateTimeType(Date.from(start))))
                .expect(200);

        assertThat(told())
                .filteredOn(step -> part(step, "what").contains("video"))
                .singleElement()
                .satisfies(step -> assertThat(part(step, "where")).isEqualTo("Vårdcentralen Dalby, och på video"))
                .satisfies(step -> assertThat(new DateTimeType(part(step, "when")).getValue())
                        .isEqualTo(Date.from(start)));
    }

    @Test
    void ofAPlanOnlyWhatIsNotDoneIsToldAndRelativesAreNotNamed() {
        String relative = resident.relative();
        CarePlan plan = resident.planned(
                "Läkemedelsgenomgång",
                "Organization/" + HOME_SERVICE,
                "Handla",
                relative,
                "Trygghetslarm",
                "Organization/" + HOME_SERVICE);
        plan.getActivity().get(2).getDetail().setStatus(CarePlanActivityStatus.COMPLETED);
        Instant begins = Instant.now().plus(20, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        plan.getActivityFirstRep().getDetail().setScheduled(new Period().setStart(Date.from(begins)));
        resident.planned(plan);

        List<ParametersParameterComponent> steps = told().stream()
                .filter(step -> part(step, "source").equals(SharedCare.path(plan)))
                .toList();
        assertThat(steps)
                .extracting(step -> part(step, "what"))
                .containsExactly("Planerat: Läkemedelsgenomgång", "Någon som står dig nära gör: Handla");
        assertThat(new DateTimeType(part(steps.get(0), "when")).getValue()).isEqualTo(Date.from(begins));
        assertThat(part(steps.get(0), "where")).isEqualTo("Hemtjänsten, Lunds kommun (demo)");
        assertThat(part(steps.get(1), "where")).isNull();
    }

    @Test
    void aPlanningIsToldOnceAndEndsWithItsCaseWhereNoCoordinatedPlanGoesOn() {
        resident.planned("Promenad", resident.care().patient());
        UnitClient homeService = api.as(HOME_SERVICE);
        homeService
                .post(resident.care().aCase() + "/$start-sip", parameters("text", "Trygghet"))
                .expect(200);

        assertThat(resident.told()).containsOnlyOnce("Du gör själv: Promenad");

        Residents other = Residents.of(api, TestPatients.next());
        other.planned("Promenad", other.care().patient());
        assertThat(other.told()).contains("Du gör själv: Promenad");
        homeService
                .post(
                        other.care().aCase() + "/$close",
                        DemoRequests.justified(
                                DemoRequests.justified(
                                        parameters("reason", new CodeType("goals-met")), "nothing-unanswered"),
                                "sip-when-both-principals"))
                .expect(200);
        assertThat(other.told()).doesNotContain("Du gör själv: Promenad");
    }

    @Test
    void aGoalWithADateIsAStep() {
        UnitClient homeService = api.as(HOME_SERVICE);
        CarePlan aCase = homeService.get(resident.care().aCase()).expect(200).resource(CarePlan.class);
        Goal goal = new Goal().setLifecycleStatus(GoalLifecycleStatus.ACTIVE);
        goal.setId("mal-1");
        goal.setSubject(new Reference(resident.care().patient()));
        goal.getDescription().setText("Gå till affären själv");
        goal.addTarget().setDue(new DateType("2199-05-01"));
        aCase.addContained(goal);
        aCase.addGoal(new Reference("#mal-1"));
        homeService.put(resident.care().aCase(), aCase).expect(200);

        List<ParametersParameterComponent> steps = told();
        ParametersParameterComponent last = steps.get(steps.size() - 1);
        assertThat(part(last, "what")).isEqualTo("Ditt mål: Gå till affären själv");
        assertThat(part(last, "when")).isEqualTo("2199-05-01");
    }

    @Test
    void aUnitIsToldOfWhatItSeesAndAForeignOneNothing() {
        resident.planned("Promenad", resident.care().patient());

        assertThat(resident.told(api.as("sus-ortopedi"))).containsExactly(ANSWERS);
        assertThat(resident.told(api.as("rehab-lund"))).containsExactly("Du gör själv: Promenad");
        assertThat(resident.told(api.as("vc-dalby"))).containsExactly(ANSWERS, "Du gör själv: Promenad");
        resident.nextSteps(api.as("vc-limhamn")).refused(404);
    }

    @Test
    void scopesBoundWhatIsTold() {
        resident.planned("Promenad", resident.care().patient());

        assertThat(resident.told(resident.person("patient/Patient.r patient/CarePlan.r")))
                .containsExactly("Du gör själv: Promenad");
        resident.nextSteps(resident.person("patient/CarePlan.rs")).refused(403);
        resident.nextSteps(resident.person("system/*.rs")).refused(403);
        Residents other = Residents.of(api, TestPatients.next());
        resident.nextSteps(other.person()).refused(404);
        resident.nextSteps(api.asNobody()).refused(401);
        resident.person().get(resident.care().patient() + "/$next-steps?unit=x").refused(400);
    }
}
