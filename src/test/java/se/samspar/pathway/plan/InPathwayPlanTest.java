package se.samspar.pathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;
import static se.samspar.support.StartedPathways.leave;
import static se.samspar.support.StartedPathways.path;
import static se.samspar.support.StartedPathways.start;
import static se.samspar.support.StartedPathways.started;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.pathway.PhaseTime;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;

/** Requests and messages belong to a started pathway, and are found by it; late phases are found too. */
@SamsparTest
class InPathwayPlanTest {

    @Autowired
    SamsparApi api;

    private HttpAnswer refer(CarePlan plan, Reference subject) {
        ServiceRequest referral = DemoRequests.internalMedicine();
        referral.setSubject(subject).addBasedOn(new Reference(path(plan)));
        return api.as("vc-dalby").post("ServiceRequest/$submit", parameters("request", referral));
    }

    private List<String> found(String unit, String search) {
        return api.as(unit).get(search).expect(200).entries(Resource.class).stream()
                .map(StartedPathways::path)
                .toList();
    }

    @Test
    void aRequestOfThePathwayIsFoundByIt() {
        CarePlan plan = started(api, "treatment");
        ServiceRequest referral = refer(plan, plan.getSubject()).expect(200).entry(ServiceRequest.class);
        assertThat(referral.getBasedOn()).extracting(Reference::getReference).containsExactly(path(plan));
        for (String unit : List.of("vc-dalby", "sus-akut-internmedicin")) {
            assertThat(found(unit, "ServiceRequest?based-on=" + path(plan))).containsExactly(path(referral));
        }
        api.as("sus-akut-internmedicin").get(path(plan)).refused(404);
    }

    @Test
    void aRequestOfThePathwayIsSentByPlainRestToo() {
        CarePlan plan = started(api, "treatment");
        ServiceRequest referral = DemoRequests.internalMedicine();
        referral.setSubject(plan.getSubject()).addBasedOn(new Reference(path(plan)));
        api.as("vc-dalby").post("ServiceRequest", referral).expect(201);
        CarePlan anothers = started(api, "treatment");
        ServiceRequest wrong = DemoRequests.consultation();
        wrong.setSubject(plan.getSubject()).addBasedOn(new Reference(path(anothers)));
        assertThat(api.as("vc-dalby").post("ServiceRequest", wrong).refused(422).ruleCodes())
                .contains("in-pathway-plan");
    }

    @Test
    void itIsAboutThePatientOfThePathwayWhichGoesOn() {
        CarePlan plan = started(api, "treatment");
        assertThat(refer(plan, started(api, "treatment").getSubject())
                        .refused(422)
                        .ruleCodes())
                .containsExactly("in-pathway-plan");
        leave(api, "vc-dalby", plan).expect(200);
        assertThat(refer(plan, plan.getSubject()).refused(422).ruleCodes()).containsExactly("in-pathway-plan");
    }

    @Test
    void aPathwayThatTheUnitDoesNotSeeIsToItAsIfItWereNotThere() {
        ServiceRequest request = StartedPathways.request(api);
        CarePlan plan = start(api, "sus-ortopedi", request.getSubject(), "treatment")
                .expect(200)
                .resource(CarePlan.class);
        assertThat(refer(plan, plan.getSubject()).refused(422).ruleCodes()).containsExactly("reference-known");
    }

    @Test
    void aRequestOfThePathwayGoesOnWhenItHasEnded() {
        CarePlan plan = started(api, "treatment");
        ServiceRequest referral = refer(plan, plan.getSubject()).expect(200).entry(ServiceRequest.class);
        leave(api, "vc-dalby", plan).expect(200);
        api.as("vc-dalby")
                .post(path(referral) + "/$supplement", parameters("note", "Nytt provsvar"))
                .expect(200);
    }

    /** Whatever order they come in, nothing new belongs to a pathway that has ended. */
    @RepeatedTest(3)
    void nothingComesToAPathwayAtTheMomentItEnds() throws Exception {
        CarePlan plan = started(api, "treatment");
        List<HttpAnswer> answers =
                InParallel.run(List.of(() -> leave(api, "vc-dalby", plan), () -> refer(plan, plan.getSubject())));
        assertThat(answers.get(0).status()).as(answers.get(0).body()).isEqualTo(200);
        if (answers.get(1).status() != 200) {
            assertThat(answers.get(1).refused(422).ruleCodes()).containsExactly("in-pathway-plan");
        }
    }

    private CarePlan ofCase(CarePlan aCase) {
        return start(
                        api,
                        "kommun-lund-hemsjukvard",
                        aCase.getSubject(),
                        "rehabilitation",
                        "basedOn",
                        new Reference(path(aCase)))
                .expect(200)
                .resource(CarePlan.class);
    }

    @Test
    void aMessageBelongsToItsCaseAndAfterThatToThePathway() {
        CarePlan aCase = DemoCases.open(api, "kommun-lund-hemsjukvard", List.of("vc-dalby"))
                .entry(CarePlan.class);
        CarePlan plan = ofCase(aCase);
        Communication message = DemoCases.message("vc-dalby").addBasedOn(new Reference(path(plan)));

        Communication sent = api.as("kommun-lund-hemsjukvard")
                .post(path(aCase) + "/$send", parameters("message", message))
                .expect(200)
                .entry(Communication.class);
        assertThat(sent.getBasedOn()).extracting(Reference::getReference).containsExactly(path(aCase), path(plan));
        for (String basis : List.of(path(aCase), path(plan))) {
            assertThat(found("vc-dalby", "Communication?based-on=" + basis)).contains(path(sent));
        }

        message.setSubject(aCase.getSubject()).setSender(DemoCases.unit("kommun-lund-hemsjukvard"));
        message.setStatus(Communication.CommunicationStatus.COMPLETED);
        assertThat(api.as("kommun-lund-hemsjukvard")
                        .post("Communication", message)
                        .refused(422)
                        .ruleCodes())
                .contains("in-pathway-plan");
        message.addBasedOn(new Reference(path(aCase)));
        assertThat(api.as("kommun-lund-hemsjukvard")
                        .post("Communication", message)
                        .refused(422)
                        .ruleCodes())
                .contains("in-pathway-plan");
    }

    @Test
    void aMessageIsInAPathwayOfThePersonOfItsCase() {
        CarePlan aCase = DemoCases.open(api, "kommun-lund-hemsjukvard", List.of("vc-dalby"))
                .entry(CarePlan.class);
        CarePlan another = ofCase(DemoCases.open(api, "kommun-lund-hemsjukvard", List.of("vc-dalby"))
                .entry(CarePlan.class));
        Communication message = DemoCases.message("vc-dalby").addBasedOn(new Reference(path(another)));
        assertThat(api.as("kommun-lund-hemsjukvard")
                        .post(path(aCase) + "/$send", parameters("message", message))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("in-pathway-plan");
    }

    @Test
    void aMessageInAPathwayThatTheSenderDoesNotSeeIsRefusedAsInOneThatIsNotThere() {
        CarePlan aCase = DemoCases.open(api, "kommun-lund-hemtjanst", List.of("vc-dalby"))
                .entry(CarePlan.class);
        List<List<String>> refusals = Stream.of(path(started(api, "treatment")), "CarePlan/" + UUID.randomUUID())
                .map(unseen -> DemoCases.message("vc-dalby").addBasedOn(new Reference(unseen)))
                .map(message -> api.as("kommun-lund-hemtjanst")
                        .post(path(aCase) + "/$send", parameters("message", message))
                        .refused(422)
                        .ruleCodes())
                .toList();
        assertThat(refusals).containsExactly(List.of("reference-known"), List.of("reference-known"));
    }

    @Test
    void plansAreFoundByTheirPathway() {
        CarePlan plan = started(api, "treatment");
        String canonical = plan.getInstantiatesCanonical().get(0).getValue();
        String patient = plan.getSubject().getReference();
        for (String named : List.of(canonical.replace("|", "%7C"), canonical.replaceAll("\\|.*", ""))) {
            assertThat(found("vc-dalby", "CarePlan?instantiates-canonical=%s&subject=%s".formatted(named, patient)))
                    .containsExactly(path(plan));
        }
        assertThat(found(
                        "vc-dalby",
                        "CarePlan?instantiates-canonical=https://x.example/PlanDefinition/y&subject=" + patient))
                .isEmpty();
    }

    @Test
    void lateIsWhatIsPastWhenItsPhaseIsToBeOver() {
        ServiceRequest suspicion = StartedPathways.suspicion(api, 60);
        CarePlan late = start(
                        api,
                        "vc-dalby",
                        suspicion.getSubject(),
                        "investigation",
                        "basedOn",
                        new Reference(path(suspicion)))
                .expect(200)
                .resource(CarePlan.class);
        String patient = late.getSubject().getReference();
        String soon = Instant.now().plus(1, ChronoUnit.MINUTES).toString();
        String search = "CarePlan?category=pathway-plan&status=active&due=lt%s&_sort=due&subject=%s";
        assertThat(found("vc-dalby", search.formatted(soon, patient))).containsExactly(path(late));
        PhaseTime present = PhaseTime.of(late).get(1);
        assertThat(present.dueBy()).contains(present.started());

        StartedPathways.move(api, "vc-dalby", late, "treatment").expect(200);
        assertThat(found("vc-dalby", search.formatted(soon, patient))).isEmpty();
        String inAYear = Instant.now().plus(365, ChronoUnit.DAYS).toString();
        assertThat(found("vc-dalby", search.formatted(inAYear, patient))).containsExactly(path(late));
        leave(api, "vc-dalby", late).expect(200);
        assertThat(found("vc-dalby", "CarePlan?due=lt%s&subject=%s".formatted(inAYear, patient)))
                .isEmpty();
    }
}
