package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.Plannings.MEDICINE;
import static se.samspar.outpatient.Plannings.WALKING;
import static se.samspar.outpatient.Plannings.met;
import static se.samspar.outpatient.Plannings.plan;
import static se.samspar.outpatient.Plannings.planned;
import static se.samspar.outpatient.Plannings.planning;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Nobody overwrites what another party has planned without having seen it. */
@SamsparTest
class PlanningAtOnceTest {

    @Autowired
    SamsparApi api;

    @Test
    void aPlanningThatHasChangedSinceIsNotOverwritten() {
        CaseFlow flow = CaseFlow.opened(api);
        plan(flow, HOME_SERVICE, planning(flow), "ifVersion", "1").refused(412);
        CarePlan first = planned(flow, HOME_SERVICE, planning(flow));
        String ofCase = flow.read(HOME_SERVICE).getMeta().getVersionId();
        planned(flow, HOME_SERVICE, planning(flow), "ifVersion", "1");

        plan(flow, HOME_SERVICE, planning(flow), "ifVersion", "1").refused(412);
        plan(flow, HOME_SERVICE, first).refused(412);
        flow.as(HOME_SERVICE)
                .post(flow.path() + "/$plan", parameters("planning", planning(flow)), "If-Match: W/\"" + ofCase + "\"")
                .refused(412);
    }

    @Test
    void ofTwoWhoBuildOnTheSameVersionOnePasses() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);
        flow.verify(HEALTH_CENTRE);
        CarePlan first = planned(flow, HOME_SERVICE, planning(flow));

        List<Integer> answers = InParallel.run(List.<Callable<HttpAnswer>>of(
                        () -> plan(flow, HOME_SERVICE, met(first.copy(), HOME_SERVICE, WALKING), "ifVersion", "1"),
                        () -> plan(flow, HEALTH_CENTRE, met(first.copy(), HEALTH_CENTRE, MEDICINE), "ifVersion", "1")))
                .stream()
                .map(HttpAnswer::status)
                .toList();

        assertThat(answers).containsOnlyOnce(200).doesNotContain(500);
        assertThat(answers).allMatch(status -> status == 200 || status == 409 || status == 412);
        CarePlan now =
                flow.as(HOME_SERVICE).read(CarePlan.class, first.getIdElement().getIdPart());
        assertThat(now.getMeta().getVersionId()).isEqualTo("2");
        assertThat(now.getActivity()).hasSize(1);
    }

    /** Also where nobody says what it builds on: a case has one planning, in which all that was accepted is a version. */
    @Test
    void severalWhoBeginAtOnceBeginOnePlanning() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);

        List<HttpAnswer> answers = InParallel.run(4, () -> plan(flow, HOME_SERVICE, planning(flow)));

        long accepted =
                answers.stream().filter(answer -> answer.status() == 200).count();
        assertThat(answers).allMatch(answer -> List.of(200, 409, 412).contains(answer.status()));
        List<CarePlan> plans = flow.as(HOME_SERVICE)
                .get("CarePlan?part-of=" + flow.path())
                .expect(200)
                .entries(CarePlan.class);
        assertThat(plans).hasSize(1);
        assertThat(flow.as(HOME_SERVICE)
                        .get(Plannings.path(plans.get(0)) + "/_history")
                        .expect(200)
                        .resource(Bundle.class)
                        .getEntry())
                .hasSize((int) accepted);
    }
}
