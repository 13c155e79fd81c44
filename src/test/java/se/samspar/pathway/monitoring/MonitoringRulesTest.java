package se.samspar.pathway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity.QuantityComparator;
import org.hl7.fhir.r4.model.Reference;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;

/** What comes in is what the patient's going pathway asks for, in the unit of measure in which it does. */
@SamsparTest
class MonitoringRulesTest {

    @Autowired
    SamsparApi api;

    private static void refused(HttpAnswer answer, String... rules) {
        assertThat(answer.refused(422).ruleCodes()).containsExactlyInAnyOrder(rules);
    }

    @Test
    void nothingIsSentThatNobodyAsksFor() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        refused(flow.send(flow.weight(70)), "monitoring-asked-for");
        flow.askForWeight(60, 80);
        flow.sent(flow.weight(70));
    }

    @Test
    void anActivityThatIsOverAsksForNothing() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation before = flow.sent(flow.temperature(37));
        CarePlan done = flow.read();
        done.getActivityFirstRep().getDetail().setStatus(CarePlanActivityStatus.COMPLETED);
        api.as("vc-dalby").put(flow.path(), done).expect(200);
        refused(flow.send(flow.temperature(37)), "monitoring-asked-for");
        flow.correct(before, 37.5).expect(200);
    }

    @Test
    void itIsInTheUnitOfMeasureThatIsAskedFor() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation fahrenheit = flow.temperature(99);
        fahrenheit.getValueQuantity().setCode("[degF]").setUnit("°F");
        refused(flow.send(fahrenheit), "unit-as-asked-for");
        Observation corrected = flow.sent(flow.temperature(37));
        corrected.getValueQuantity().setCode("K").setUnit("K");
        refused(flow.put(corrected), "unit-as-asked-for");
    }

    @Test
    void itIsThePatientsOwnAndOfAPathwayThatGoesOn() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation ofAnother = flow.temperature(37);
        Reference another = MonitoringFlow.started(api).plan().getSubject();
        ofAnother.setSubject(another).setPerformer(List.of(another));
        refused(flow.send(ofAnother), "in-pathway-plan");
        Observation early = flow.fever();
        StartedPathways.leave(api, "vc-dalby", flow.plan()).expect(200);
        refused(flow.send(flow.temperature(37)), "in-pathway-plan", "monitoring-asked-for");
        flow.takeBack(early).expect(200);
    }

    @Test
    void whatWasMeasuredStays() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        flow.askForWeight(10, 80);
        Observation value = flow.sent(flow.temperature(37));
        value.setCode(flow.weight(37).getCode());
        value.getValueQuantity().setCode("kg");
        refused(flow.put(value), "transition-not-allowed");
    }

    @Test
    void aValueIsANumberWithAUnitAtATime() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation none = flow.temperature(37);
        none.setValue(null);
        Observation about = flow.temperature(37);
        about.getValueQuantity().setComparator(QuantityComparator.GREATER_THAN);
        Observation sometime = flow.temperature(37);
        sometime.setEffective(null);
        Observation uncoded = flow.temperature(37);
        uncoded.getValueQuantity().setCode(null).setSystem(null);
        Observation preliminary = flow.temperature(37).setStatus(Observation.ObservationStatus.PRELIMINARY);
        for (Observation value : List.of(none, about, sometime, uncoded, preliminary)) {
            assertThat(flow.send(value).refused(422).ruleCodes()).contains("profile-conformance");
        }
    }

    /** Whatever order they come in, nothing new belongs to a pathway that has ended. */
    @RepeatedTest(3)
    void noneComesToAPathwayAtTheMomentItEnds() throws Exception {
        MonitoringFlow flow = MonitoringFlow.started(api);
        List<HttpAnswer> answers = InParallel.run(List.of(
                () -> StartedPathways.leave(api, "vc-dalby", flow.plan()), () -> flow.send(flow.temperature(37))));
        answers.get(0).expect(200);
        if (answers.get(1).status() != 201) {
            assertThat(answers.get(1).refused(422).ruleCodes()).contains("in-pathway-plan");
        }
    }
}
