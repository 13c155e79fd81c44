package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.CLINIC;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.NEEDS_ASSESSMENT;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.Plannings.MEDICINE;
import static se.samspar.outpatient.Plannings.WALKING;
import static se.samspar.outpatient.Plannings.met;
import static se.samspar.outpatient.Plannings.planning;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Region and municipality start a coordinated individual plan from the planning of a case, and go on in it (OVP-17). */
@SamsparTest
class CoordinatedPlanTest {

    @Autowired
    SamsparApi api;

    private static HttpAnswer start(CaseFlow flow, String unit) {
        return flow.act(unit, "start-sip", "reason", "Insatser kvar", "text", "Trygghet hemma");
    }

    private static CarePlan started(CaseFlow flow) {
        return start(flow, HOME_SERVICE).expect(200).entries(CarePlan.class).stream()
                .filter(plan -> CarePlans.is(plan, CarePlanType.COORDINATED_PLAN))
                .findFirst()
                .orElseThrow();
    }

    private static CarePlan byRest(CaseFlow flow, String... parties) {
        CarePlan plan = Plannings.of(flow, CarePlanType.COORDINATED_PLAN, planning(flow));
        List.of(parties).forEach(party -> plan.addContributor(CaseFlow.unit(party)));
        return plan;
    }

    @Test
    void itTakesOverWhatThePartiesHavePlanned() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning = met(met(planning(flow), HOME_SERVICE, WALKING), HEALTH_CENTRE, MEDICINE);
        flow.act(HOME_SERVICE, "plan", "planning", planning).expect(200);
        String before = flow.read(HOME_SERVICE).getMeta().getVersionId();

        HttpAnswer answer = start(flow, HOME_SERVICE).expect(200);

        assertThat(answer.entry(CarePlan.class).getIdElement().getIdPart()).isEqualTo(flow.id());
        String after = flow.read(HOME_SERVICE).getMeta().getVersionId();
        assertThat(after).isNotEqualTo(before);
        assertThat(answer.header("ETag")).isEqualTo("W/\"" + after + "\"");
        CarePlan sip = answer.entries(CarePlan.class).get(1);
        assertThat(sip.getStatus()).isEqualTo(CarePlanStatus.ACTIVE);
        assertThat(sip.getDescription()).isEqualTo("Trygghet hemma");
        assertThat(sip.getNoteFirstRep().getText()).isEqualTo("Insatser kvar");
        assertThat(sip.getActivity()).hasSize(2);
        assertThat(Plannings.unresolved(sip)).isEmpty();
        assertThat(sip.getContributor())
                .extracting(Reference::getReference)
                .containsExactlyInAnyOrder(
                        "Organization/" + HOME_SERVICE,
                        "Organization/" + HEALTH_CENTRE,
                        "Organization/" + REHABILITATION);
        flow.as(HEALTH_CENTRE).get(Plannings.path(sip)).expect(200);
        flow.as(CLINIC).get(Plannings.path(sip)).refused(404);
    }

    @Test
    void anyPartyThatHasMadeSureOfTheConsentStartsIt() {
        CaseFlow flow = CaseFlow.opened(api);

        assertThat(start(flow, HEALTH_CENTRE).refused(422).ruleCodes()).containsExactly("consent-verified-by-unit");
        start(flow, CLINIC).refused(404);
        flow.verify(HEALTH_CENTRE);
        start(flow, HEALTH_CENTRE).expect(200);
    }

    @Test
    void itNeedsPartiesOfRegionAndMunicipality() {
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HOME_CARE, NEEDS_ASSESSMENT), CaseFlow.permit());

        assertThat(start(flow, HOME_SERVICE).refused(422).ruleCodes()).containsExactly("sip-parties");
        assertThat(flow.as(HOME_SERVICE)
                        .post("CarePlan", byRest(flow, HOME_SERVICE, HOME_CARE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("sip-parties");

        flow.act(HOME_SERVICE, "invite", "party", CaseFlow.unit(HEALTH_CENTRE)).expect(200);
        start(flow, HOME_SERVICE).expect(200);
    }

    @Test
    void itsPartiesTakePartInTheCaseAndAreCovered() {
        CaseFlow flow = CaseFlow.opened(api);
        assertThat(flow.as(HOME_SERVICE)
                        .post("CarePlan", byRest(flow, HOME_SERVICE, CLINIC))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("party-takes-part");

        flow.refuse(HOME_SERVICE, HEALTH_CENTRE);
        assertThat(start(flow, HOME_SERVICE).refused(422).ruleCodes()).containsExactly("refused-consent-stays-inside");
        CarePlan without = byRest(flow, HOME_SERVICE, REHABILITATION);
        flow.as(HOME_SERVICE).post("CarePlan", without).expect(201);
    }

    @Test
    void aCaseHasOne() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);

        List<HttpAnswer> atOnce = InParallel.run(3, () -> start(flow, HOME_SERVICE));

        assertThat(atOnce).filteredOn(answer -> answer.status() == 200).hasSize(1);
        assertThat(start(flow, HOME_SERVICE).refused(422).ruleCodes()).containsExactly("one-plan");
        assertThat(flow.as(HOME_SERVICE)
                        .post("CarePlan", byRest(flow, HOME_SERVICE, HEALTH_CENTRE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("one-plan");
    }

    @Test
    void itIsStartedWhileTheCaseIsOpenAndGoesOnAfterwards() {
        CaseFlow closed = CaseFlow.opened(api);
        closed.close(HOME_SERVICE, CloseReason.GOALS_MET).expect(200);
        assertThat(start(closed, HOME_SERVICE).refused(422).ruleCodes()).containsExactly("case-open");

        CaseFlow flow = CaseFlow.opened(api);
        flow.verify(HEALTH_CENTRE);
        flow.act(HOME_SERVICE, "plan", "planning", planning(flow)).expect(200);
        CarePlan sip = started(flow);
        flow.close(HOME_SERVICE, CloseReason.SIP_STARTED).expect(200);

        CarePlan changed = flow.as(HEALTH_CENTRE)
                .put(Plannings.path(sip), met(sip.copy(), HEALTH_CENTRE, MEDICINE))
                .expect(200)
                .resource(CarePlan.class);
        assertThat(changed.getAuthor().getReference()).isEqualTo("Organization/" + HEALTH_CENTRE);
        assertThat(flow.as(HOME_SERVICE)
                        .read(CarePlan.class, sip.getIdElement().getIdPart())
                        .getActivity())
                .hasSize(1);
        assertThat(flow.as(HOME_SERVICE)
                        .put(Plannings.path(sip), met(changed.copy(), CLINIC, MEDICINE))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("party-takes-part");
        CarePlan alone = changed.copy().setContributor(List.of(CaseFlow.unit(HOME_SERVICE)));
        assertThat(flow.as(HOME_SERVICE)
                        .put(Plannings.path(sip), alone)
                        .refused(422)
                        .ruleCodes())
                .containsExactly("sip-parties");
        flow.as(CLINIC).put(Plannings.path(sip), changed).refused(404);

        flow.withdraw(HOME_SERVICE).expect(200);
        flow.as(HEALTH_CENTRE).get(Plannings.path(sip)).refused(404);
        flow.as(HOME_SERVICE).get(Plannings.path(sip)).expect(200);
    }

    @Test
    void activitiesThatAreOverAreNobodysToGoOnWith() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning = met(met(planning(flow), HOME_SERVICE, WALKING), HEALTH_CENTRE, MEDICINE);
        planning.getActivity().get(1).getDetail().setStatus(CarePlanActivityStatus.COMPLETED);
        flow.act(HOME_SERVICE, "plan", "planning", planning).expect(200);

        flow.close(HOME_SERVICE, CloseReason.COORDINATED).expect(200);
    }
}
