package se.samspar.deviation;

import static se.samspar.deviation.DeviationFlow.HEALTH_CENTRE;
import static se.samspar.deviation.DeviationFlow.REHABILITATION;
import static se.samspar.deviation.DeviationFlow.path;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.DemoCases;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;

/** What went wrong on a started pathway is between the responsible unit and those who do something by it. */
@SamsparTest
class DeviationOfPathwayTest {

    @Autowired
    SamsparApi api;

    @Test
    void itConcernsItsUnits() {
        DeviationFlow flow = new DeviationFlow(api);
        CarePlan plan = StartedPathways.started(api, "treatment");
        flow.report(HEALTH_CENTRE, plan, REHABILITATION).refused(422);
        plan.getActivityFirstRep().getDetail().setPerformer(List.of(DemoCases.unit(REHABILITATION)));
        api.as(HEALTH_CENTRE).put(path(plan), plan).expect(200);
        flow.report(HEALTH_CENTRE, plan, REHABILITATION).expect(200);
        flow.report(REHABILITATION, plan, HEALTH_CENTRE).expect(200);
    }
}
