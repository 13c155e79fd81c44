package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.CLINIC;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.Plannings.MEDICINE;
import static se.samspar.outpatient.Plannings.WALKING;
import static se.samspar.outpatient.Plannings.met;
import static se.samspar.outpatient.Plannings.planning;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A planning written by plain REST keeps the same rules as one that is written by an operation. */
@SamsparTest
class PlanningByRestTest {

    @Autowired
    SamsparApi api;

    private static HttpAnswer create(CaseFlow flow, String unit, CarePlan planning) {
        return flow.as(unit).post("CarePlan", Plannings.of(flow, CarePlanType.SHARED_PLANNING, planning));
    }

    private static CarePlan created(CaseFlow flow) {
        return create(flow, HOME_SERVICE, met(planning(flow), HOME_SERVICE, WALKING))
                .expect(201)
                .resource(CarePlan.class);
    }

    @Test
    void aPartyBeginsAndAnotherChangesIt() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning = created(flow);
        assertThat(planning.getAuthor().getReference()).isEqualTo("Organization/" + HOME_SERVICE);
        assertThat(Plannings.unresolved(planning)).containsExactly(MEDICINE);
        flow.verify(HEALTH_CENTRE);

        planning.setContributor(List.of(CaseFlow.unit(REHABILITATION))); // who has not written in it
        CarePlan changed = flow.as(HEALTH_CENTRE)
                .put(Plannings.path(planning), met(planning, HEALTH_CENTRE, MEDICINE))
                .expect(200)
                .resource(CarePlan.class);

        assertThat(changed.getAuthor().getReference()).isEqualTo("Organization/" + HEALTH_CENTRE);
        assertThat(changed.getContributor())
                .extracting(Reference::getReference)
                .containsExactly("Organization/" + HOME_SERVICE, "Organization/" + HEALTH_CENTRE);
        assertThat(Plannings.unresolved(changed)).isEmpty();
    }

    @Test
    void aCaseHasOnePlanning() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);
        created(flow);
        assertThat(create(flow, HOME_SERVICE, planning(flow)).refused(422).ruleCodes())
                .containsExactly("one-plan");

        CaseFlow another = CaseFlow.opened(api);
        List<HttpAnswer> atOnce = InParallel.run(3, () -> create(another, HOME_SERVICE, planning(another)));
        assertThat(atOnce).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(atOnce).filteredOn(answer -> answer.status() != 201).allSatisfy(answer -> assertThat(
                        answer.refused(422).ruleCodes())
                .containsExactly("one-plan"));
    }

    @Test
    void whatWasBegunByMistakeIsBegunAnewAndDoesNotComeBack() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan mistaken = created(flow);
        flow.as(HOME_SERVICE)
                .put(Plannings.path(mistaken), mistaken.copy().setStatus(CarePlanStatus.ENTEREDINERROR))
                .expect(200);
        created(flow);

        assertThat(flow.as(HOME_SERVICE)
                        .put(Plannings.path(mistaken), mistaken)
                        .refused(422)
                        .ruleCodes())
                .containsExactly("one-plan");
    }

    @Test
    void whoDoesSomethingTakesPartInTheCaseAndIsCovered() {
        CaseFlow flow = CaseFlow.opened(api);

        assertThat(create(flow, HOME_SERVICE, met(planning(flow), CLINIC, MEDICINE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("party-takes-part");
        flow.withdraw(HOME_SERVICE).expect(200);
        assertThat(create(flow, HOME_SERVICE, met(planning(flow), HEALTH_CENTRE, MEDICINE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("consent-covers-party");
    }

    @Test
    void whoHasNotMadeSureOfTheConsentDoesNotPlan() {
        CaseFlow flow = CaseFlow.opened(api);

        assertThat(create(flow, HEALTH_CENTRE, planning(flow)).refused(422).ruleCodes())
                .containsExactly("consent-verified-by-unit");
    }

    @Test
    void itStaysInItsCaseAndWhatItIs() {
        CaseFlow flow = CaseFlow.opened(api);
        CaseFlow another = CaseFlow.opened(api);
        CarePlan planning = created(flow);

        CarePlan moved = planning.copy().setPartOf(List.of(new Reference(another.path())));
        moved.setSubject(new Reference(another.patient()));
        assertThat(flow.as(HOME_SERVICE)
                        .put(Plannings.path(planning), moved)
                        .refused(422)
                        .ruleCodes())
                .containsExactly("server-written");

        CodeableConcept sip = CarePlanType.COORDINATED_PLAN.toConcept();
        assertThat(flow.as(HOME_SERVICE)
                        .put(Plannings.path(planning), planning.copy().setCategory(List.of(sip)))
                        .refused(422)
                        .ruleCodes())
                .contains("server-written");
    }

    @Test
    void itIsAboutThePersonOfTheCase() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning =
                planning(flow).setSubject(new Reference(CaseFlow.opened(api).patient()));

        assertThat(create(flow, HOME_SERVICE, planning).refused(422).ruleCodes())
                .containsExactly("case-about-patient");
    }

    @Test
    void whoTakesNoPartPlansNothing() {
        CaseFlow flow = CaseFlow.opened(api);

        create(flow, CLINIC, planning(flow)).refused(403);
    }
}
