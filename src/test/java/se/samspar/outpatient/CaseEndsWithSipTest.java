package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** A case in which region and municipality both still do something ends with a SIP (S3, OVP-17). */
@SamsparTest
class CaseEndsWithSipTest {

    @Autowired
    SamsparApi api;

    /** The home service helps with walking, the health centre with medicine, and neither is done. */
    private CaseFlow planned() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan first = flow.act(HOME_SERVICE, "plan", "planning", met(planning(flow), HOME_SERVICE, WALKING))
                .expect(200)
                .resource(CarePlan.class);
        flow.verify(HEALTH_CENTRE);
        flow.act(HEALTH_CENTRE, "plan", "planning", met(first, HEALTH_CENTRE, MEDICINE), "ifVersion", "1")
                .expect(200);
        return flow;
    }

    @Test
    void fromThePlanningToTheSipThatTakesTheCaseOver() {
        CaseFlow flow = planned();
        assertThat(flow.close(HOME_SERVICE, CloseReason.GOALS_MET).refused(422).ruleCodes())
                .containsExactly("sip-when-both-principals");

        CarePlan sip = flow.act(HEALTH_CENTRE, "start-sip", "text", "Trygghet hemma")
                .expect(200)
                .entries(CarePlan.class)
                .get(1);
        CarePlan closed =
                flow.close(HOME_SERVICE, CloseReason.SIP_STARTED).expect(200).entry(CarePlan.class);

        assertThat(closed.getStatus()).isEqualTo(CarePlanStatus.COMPLETED);
        flow.verify(REHABILITATION);
        assertThat(flow.as(REHABILITATION)
                        .put(Plannings.path(sip), met(sip, REHABILITATION, WALKING))
                        .expect(200)
                        .resource(CarePlan.class)
                        .getActivity())
                .hasSize(3);
        assertThat(flow.as(HEALTH_CENTRE)
                        .get("Provenance?target=" + flow.path() + "&_sort=recorded&_count=100")
                        .expect(200)
                        .entries(Provenance.class))
                .flatExtracting(event -> event.getActivity().getCoding())
                .extracting(Coding::getCode)
                .containsSubsequence("opened", "planned", "planned", "sip-started", "closed", "planned");
    }

    @Test
    void thePersonMayDeclineIt() {
        planned()
                .close(HOME_SERVICE, CloseReason.COORDINATED, "sipDeclined", true)
                .expect(200);
    }

    @Test
    void whoClosesWithoutItSaysWhy() {
        CaseFlow flow = planned();
        Parameters closing = DemoRequests.parameters("reason", new CodeType(CloseReason.COORDINATED.code()));
        var justification = closing.addParameter().setName("justification");
        justification.addPart().setName("rule").setValue(new CodeType("sip-when-both-principals"));
        justification.addPart().setName("reason").setValue(new StringType("Flyttar till annan region i morgon."));

        flow.as(HOME_SERVICE).post(flow.path() + "/$close", closing).expect(200);

        List<Provenance> kept = flow.as(HOME_SERVICE)
                .get("Provenance?set-aside-rule=sip-when-both-principals&target=" + flow.path())
                .expect(200)
                .entries(Provenance.class);
        assertThat(kept).hasSize(1);
    }

    @Test
    void itIsNotAskedForWhenThePersonWithdraws() {
        planned().close(HOME_SERVICE, CloseReason.WITHDRAWN).expect(200);
    }

    @Test
    void itIsNotAskedForWhenThePersonIsAdmitted() {
        planned().act(HEALTH_CENTRE, "admit", "reason", "Höftfraktur").expect(200);
    }

    @ParameterizedTest
    @EnumSource(names = {"GOALS_MET", "TRANSFERRED", "COORDINATED", "SIP_STARTED"})
    void otherwiseItIs(CloseReason reason) {
        assertThat(planned().close(HOME_SERVICE, reason).refused(422).ruleCodes())
                .containsExactly("sip-when-both-principals");
    }
}
