package se.samspar.pathway.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.StartedPathways.leave;
import static se.samspar.support.StartedPathways.path;
import static se.samspar.support.StartedPathways.started;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.pathway.PhaseTime;
import se.samspar.support.DemoCases;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;

/** By plain REST the responsible unit says how activities go and who does them, and nothing about the way itself. */
@SamsparTest
class PathwayPlanByRestTest {

    @Autowired
    SamsparApi api;

    private HttpAnswer put(CarePlan plan) {
        return api.as("vc-dalby").put(path(plan), plan);
    }

    @Test
    void theUnitFillsInHowActivitiesGo() {
        CarePlan plan = started(api, "treatment");
        plan.getActivity().get(0).getDetail().setStatus(CarePlanActivityStatus.COMPLETED);
        plan.addNote().setText("Operation utan komplikationer");
        put(plan).expect(200);
        CarePlan after =
                api.as("vc-dalby").read(CarePlan.class, plan.getIdElement().getIdPart());
        assertThat(after.getActivity().get(0).getDetail().getStatus()).isEqualTo(CarePlanActivityStatus.COMPLETED);
        assertThat(PhaseTime.of(after)).isEqualTo(PhaseTime.of(plan));
        assertThat(after.getAuthor().getReference()).isEqualTo("Organization/vc-dalby");
    }

    @TestFactory
    Stream<DynamicTest> whatOperationsSayIsLeftToThem() {
        return Stream.of(
                        change("status", plan -> plan.setStatus(CarePlanStatus.COMPLETED)),
                        change("period", plan -> plan.getPeriod().setStart(new Date(0))),
                        change("phase time", plan -> plan.getExtensionByUrl(Extensions.PHASE_TIME)
                                .getExtensionByUrl("dueBy")
                                .setValue(SwedishTime.dateTime(Instant.now().plusSeconds(1)))),
                        change("no phase time", plan -> plan.getExtension()
                                .removeIf(extension -> extension.getUrl().equals(Extensions.PHASE_TIME))),
                        change("entry phase", plan -> plan.getExtensionByUrl(Extensions.ENTRY_PHASE)
                                .setValue(new CodeType("rehabilitation"))),
                        change(
                                "leave reason",
                                plan -> plan.addExtension(new Extension(Extensions.LEAVE_REASON, new StringType("x")))),
                        change("responsible unit", plan -> plan.setAuthor(DemoCases.unit("sus-ortopedi"))),
                        change("origin", plan -> plan.setSupportingInfo(null)),
                        change("phase of an activity", plan -> plan.getActivityFirstRep()
                                .getDetail()
                                .setCode(PathwayPhase.REHABILITATION.toConcept())),
                        change("time of an activity", plan -> plan.getActivityFirstRep()
                                .getDetail()
                                .setScheduled(new Period().setStart(new Date()))),
                        change("fewer activities", plan -> plan.getActivity().remove(0)))
                .map(change -> DynamicTest.dynamicTest(change.what(), () -> refuse(change)));
    }

    private record Change(String what, Consumer<CarePlan> made) {}

    private static Change change(String what, Consumer<CarePlan> made) {
        return new Change(what, made);
    }

    private void refuse(Change change) {
        CarePlan plan = started(api, "treatment");
        change.made().accept(plan);
        HttpAnswer answer = put(plan);
        assertThat(answer.status()).as(answer.body()).isIn(403, 422);
        if (answer.status() == 422) {
            assertThat(answer.ruleCodes()).contains("server-written");
        } else {
            assertThat(change.what()).isEqualTo("responsible unit");
        }
    }

    @Test
    void noneIsMadeAndNoneIsTurnedToAnotherPathway() {
        CarePlan plan = started(api, "treatment");
        CarePlan copy = plan.copy();
        copy.setId((String) null);
        assertThat(api.as("vc-dalby").post("CarePlan", copy).refused(422).ruleCodes())
                .containsExactlyInAnyOrder("server-written", "pathway-started-once");
        String own = plan.getInstantiatesCanonical().get(0).getValue();
        String national = own.replace("-region-skane|1.0-1", "|1.0");
        for (String canonical : List.of(national, own + ".9", own.replaceAll("\\|.*", ""), "https://x.example/y|1")) {
            copy.setInstantiatesCanonical(List.of(new CanonicalType(canonical)));
            assertThat(api.as("vc-dalby").post("CarePlan", copy).refused(422).ruleCodes())
                    .as(canonical)
                    .contains("server-written", "pathway-introduced")
                    .isSubsetOf("server-written", "pathway-introduced", "pathway-started-once");
            CarePlan turned = plan.copy().setInstantiatesCanonical(copy.getInstantiatesCanonical());
            assertThat(put(turned).refused(422).ruleCodes())
                    .containsExactlyInAnyOrder("server-written", "pathway-introduced");
        }
        CarePlan another = plan.copy();
        another.setCategory(List.of(CarePlanType.OUTPATIENT_CASE.toConcept()));
        assertThat(put(another).refused(422).ruleCodes()).contains("server-written");
    }

    @Test
    void theEndedOneStaysAsItWas() {
        CarePlan plan = started(api, "treatment");
        CarePlan left = leave(api, "vc-dalby", plan).expect(200).resource(CarePlan.class);
        left.addNote().setText("Efteråt");
        assertThat(put(left).refused(422).ruleCodes()).containsExactly("transition-not-allowed");
    }

    @Test
    void performersAreOfTheCareProviderOrOfTheRequest() {
        CarePlan plan = started(api, "treatment");
        plan.getActivityFirstRep().getDetail().setPerformer(List.of(DemoCases.unit("kommun-lund-hemsjukvard")));
        assertThat(put(plan).refused(422).ruleCodes()).containsExactly("pathway-parties");
        api.as("kommun-lund-hemsjukvard").get(path(plan)).refused(404);

        plan.getActivityFirstRep().getDetail().setPerformer(List.of(DemoCases.unit("rehab-lund")));
        put(plan).expect(200);
        api.as("rehab-lund").get(path(plan)).expect(200);
        api.as("rehab-lund").put(path(plan), plan).refused(403);

        plan.getActivityFirstRep().getDetail().setPerformer(List.of(DemoCases.unit("vc-dalby")));
        put(plan).expect(200);
        api.as("rehab-lund").get(path(plan)).refused(404);
    }

    @Test
    void whoSentTheRequestDoesSomethingByIt() {
        var request = StartedPathways.suspicion(api, 1);
        CarePlan plan = StartedPathways.start(
                        api, "sus-ortopedi", request.getSubject(), "treatment", "basedOn", new Reference(path(request)))
                .expect(200)
                .resource(CarePlan.class);
        plan.getActivityFirstRep().getDetail().setPerformer(List.of(DemoCases.unit("vc-dalby")));
        api.as("sus-ortopedi").put(path(plan), plan).expect(200);
        api.as("vc-dalby").get(path(plan)).expect(200);
    }
}
