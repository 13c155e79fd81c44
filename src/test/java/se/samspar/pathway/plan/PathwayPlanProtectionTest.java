package se.samspar.pathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;
import static se.samspar.support.StartedPathways.leave;
import static se.samspar.support.StartedPathways.path;
import static se.samspar.support.StartedPathways.start;
import static se.samspar.support.StartedPathways.started;

import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.pathway.PhaseTime;
import se.samspar.support.DemoCases;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.StartedPathways;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A started pathway is withheld, hidden and ended as other plans are. */
@SamsparTest
class PathwayPlanProtectionTest {

    @Autowired
    SamsparApi api;

    private HttpAnswer dies(String patient) {
        Patient person = api.asAdmin().read(Patient.class, new IdType(patient).getIdPart());
        return api.asAdmin().put(patient, person.setDeceased(new BooleanType(true)));
    }

    @Test
    void aDeathEndsIt() {
        CarePlan plan = started(api, "treatment");
        dies(plan.getSubject().getReference()).expect(200);
        CarePlan ended =
                api.as("vc-dalby").read(CarePlan.class, plan.getIdElement().getIdPart());
        assertThat(ended.getStatus()).isEqualTo(CarePlanStatus.REVOKED);
        assertThat(ended.getExtensionByUrl(Extensions.LEAVE_REASON).getValue().primitiveValue())
                .isEqualTo("Avliden");
        assertThat(PhaseTime.of(ended)).allMatch(time -> time.ended().isPresent());
        assertThat(ended.getAuthor().getReference()).isEqualTo("Organization/vc-dalby");
    }

    @RepeatedTest(4)
    void noneGoesOnThatIsStartedAtTheMomentOfTheDeath() throws Exception {
        ServiceRequest request = DemoRequests.consultation();
        Reference patient = api.as("vc-dalby")
                .post("ServiceRequest/$submit", DemoRequests.submit(request, TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class)
                .getSubject();
        List<HttpAnswer> answers = InParallel.run(List.of(
                () -> dies(patient.getReference()),
                () -> start(api, "vc-dalby", patient, "treatment"),
                () -> start(api, "sus-ortopedi", patient, "treatment")));
        assertThat(answers.get(0).status()).as(answers.get(0).body()).isEqualTo(200);
        for (String unit : List.of("vc-dalby", "sus-ortopedi")) {
            assertThat(api.as(unit)
                            .get("CarePlan?status=active&subject=" + patient.getReference())
                            .expect(200)
                            .entries(CarePlan.class))
                    .isEmpty();
        }
    }

    @Test
    void whatIsBlockedIsWithheldFromWhomItWasSharedWith() {
        SharedCare care = SharedCare.of(api, TestPatients.next());
        CarePlan plan = start(api, "vc-dalby", new Reference(care.patient()), "treatment")
                .expect(200)
                .resource(CarePlan.class);
        ServiceRequest referral = DemoRequests.internalMedicine();
        referral.setSubject(new Reference(care.patient())).addSupportingInfo(new Reference(path(plan)));
        api.as("vc-dalby")
                .post("ServiceRequest/$submit", parameters("request", referral))
                .expect(200);
        api.as("sus-akut-internmedicin").get(path(plan)).expect(200);

        care.blocked("vc-dalby", "vc-dalby");
        api.as("sus-akut-internmedicin").get(path(plan)).refused(404);
        assertThat(api.as("sus-akut-internmedicin")
                        .get("CarePlan?subject=" + care.patient())
                        .expect(200)
                        .entries(CarePlan.class))
                .isEmpty();
        api.as("vc-dalby").get(path(plan)).expect(200);
    }

    @Test
    void nobodyLearnsByItWhoAProtectedPersonIs() {
        Patient person = TestPatients.next();
        person.getMeta().addSecurity(new Coding(CodeSystems.SE_SECURITY_LABEL, "sekretessmarkering", null));
        CarePlan plan = start(
                        api,
                        "vc-dalby",
                        api.as("vc-dalby")
                                .post(
                                        "ServiceRequest/$submit",
                                        DemoRequests.submit(DemoRequests.consultation(), person))
                                .expect(200)
                                .entry(ServiceRequest.class)
                                .getSubject(),
                        "treatment",
                        "unit",
                        DemoCases.unit("vc-dalby"))
                .expect(200)
                .resource(CarePlan.class);
        String number = person.getIdentifierFirstRep().getValue();
        for (String asked : List.of(
                path(plan),
                "CarePlan?_include=CarePlan:subject&_id=" + plan.getIdElement().getIdPart())) {
            assertThat(api.as("vc-dalby").get(asked).expect(200).body()).doesNotContain(number, "Testsson");
        }
    }

    private CarePlan mistake(CarePlan plan, String why) {
        CarePlan mistake = plan.copy().setStatus(CarePlanStatus.ENTEREDINERROR);
        mistake.addExtension(new Extension(Extensions.LEAVE_REASON, new StringType(why)));
        return mistake;
    }

    @Test
    void whatWasStartedByMistakeIsClosedWithAReason() {
        CarePlan plan = started(api, "treatment");
        plan.getActivityFirstRep().getDetail().setPerformer(List.of(DemoCases.unit("rehab-lund")));
        api.as("vc-dalby").put(path(plan), plan).expect(200);
        api.as("rehab-lund").get(path(plan)).expect(200);
        String due = "CarePlan?due=gt2000-01-01&subject=" + plan.getSubject().getReference();
        assertThat(api.as("vc-dalby").get(due).expect(200).entries(CarePlan.class))
                .hasSize(1);

        assertThat(api.as("vc-dalby")
                        .put(path(plan), plan.copy().setStatus(CarePlanStatus.ENTEREDINERROR))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("reason-given");
        api.as("rehab-lund").put(path(plan), mistake(plan, "Fel patient")).refused(403);
        api.as("vc-dalby").put(path(plan), mistake(plan, "Fel patient")).expect(200);

        CarePlan after =
                api.as("vc-dalby").read(CarePlan.class, plan.getIdElement().getIdPart());
        assertThat(after.getStatus()).isEqualTo(CarePlanStatus.ENTEREDINERROR);
        assertThat(PhaseTime.of(after)).allMatch(time -> time.ended().isPresent());
        api.as("rehab-lund").get(path(plan)).refused(404);
        assertThat(api.as("vc-dalby").get(due).expect(200).entries(CarePlan.class))
                .isEmpty();
        assertThat(api.as("vc-dalby")
                        .put(path(plan), after.setStatus(CarePlanStatus.ACTIVE))
                        .refused(422)
                        .ruleCodes())
                .contains("transition-not-allowed");
        start(api, "vc-dalby", plan.getSubject(), "treatment").expect(200);
    }

    @Test
    void aMistakeChangesNothingElseAndIsFoundAfterTheEndToo() {
        CarePlan plan = started(api, "treatment");
        CarePlan changed = mistake(plan, "Fel patient").setSupportingInfo(null);
        assertThat(api.as("vc-dalby").put(path(plan), changed).refused(422).ruleCodes())
                .containsExactly("server-written");
        CarePlan left = leave(api, "vc-dalby", plan).expect(200).resource(CarePlan.class);
        left.getExtensionByUrl(Extensions.LEAVE_REASON).setValue(new StringType("Fel patient"));
        api.as("vc-dalby")
                .put(path(plan), left.setStatus(CarePlanStatus.ENTEREDINERROR))
                .expect(200);
    }

    @Test
    void thePersonReadsWhatWasStartedAndNoMistake() {
        CarePlan plan = started(api, "treatment");
        UnitClient own = api.asPatient(plan.getSubject().getReferenceElement().getIdPart(), "patient/*.rs");
        String nextSteps = plan.getSubject().getReference() + "/$next-steps";
        own.get(path(plan)).expect(200);
        assertThat(own.get(nextSteps).expect(200).body()).contains(path(plan));
        api.as("vc-dalby").put(path(plan), mistake(plan, "Fel patient")).expect(200);
        own.get(path(plan)).refused(404);
        assertThat(own.get(nextSteps).expect(200).body()).doesNotContain(path(plan));
    }

    /** The unit that does the treatment does not see the suspicion that dalby sent to orthopaedics. */
    @Test
    void whoDoesSomethingByItLearnsNothingOfARequestThatItDoesNotSee() {
        ServiceRequest request = StartedPathways.suspicion(api, 5);
        CarePlan plan = StartedPathways.started(api, request, "investigation");
        plan.getActivityFirstRep()
                .getDetail()
                .setPerformer(List.of(DemoCases.unit("rehab-lund"), DemoCases.unit("sus-ortopedi")));
        api.as("vc-dalby").put(path(plan), plan).expect(200);
        for (String asked : List.of(
                path(plan),
                path(plan) + "/_history",
                "CarePlan?_id=" + plan.getIdElement().getIdPart())) {
            assertThat(api.as("rehab-lund").get(asked).expect(200).body())
                    .contains(plan.getIdElement().getIdPart(), "treatment")
                    .doesNotContain("ServiceRequest/", "early-detection");
            for (String unit : List.of("vc-dalby", "sus-ortopedi")) {
                assertThat(api.as(unit).get(asked).expect(200).body()).contains(path(request), "early-detection");
            }
        }
        for (String tried : List.of(path(request), "ServiceRequest/another")) {
            api.as("rehab-lund")
                    .patch(
                            path(plan),
                            "[{\"op\":\"test\",\"path\":\"/supportingInfo/0/reference\",\"value\":\"%s\"}]"
                                    .formatted(tried))
                    .refused(403);
        }
    }

    /** The message locks the case and the patient's life, and so does the death. */
    @RepeatedTest(5)
    void aMessageOfThePathwayAndADeathDoNotHoldEachOtherUp() throws Exception {
        CarePlan aCase = DemoCases.open(api, "kommun-lund-hemsjukvard", List.of("vc-dalby"))
                .entry(CarePlan.class);
        CarePlan plan = start(api, "kommun-lund-hemsjukvard", aCase.getSubject(), "rehabilitation")
                .expect(200)
                .resource(CarePlan.class);
        Callable<HttpAnswer> send = () -> api.as("kommun-lund-hemsjukvard")
                .post(
                        path(aCase) + "/$send",
                        parameters("message", DemoCases.message("vc-dalby").addBasedOn(new Reference(path(plan)))));
        List<HttpAnswer> answers =
                InParallel.run(List.of(() -> dies(aCase.getSubject().getReference()), send, send, send));
        assertThat(answers.get(0).status()).as(answers.get(0).body()).isEqualTo(200);
        assertThat(answers.subList(1, 4))
                .allSatisfy(
                        answer -> assertThat(answer.status()).as(answer.body()).isIn(200, 422));
    }
}
