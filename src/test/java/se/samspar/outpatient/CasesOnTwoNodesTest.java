package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.permit;
import static se.samspar.outpatient.Plannings.plan;
import static se.samspar.outpatient.Plannings.planning;

import java.util.List;
import java.util.concurrent.Callable;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.Cluster;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.TestPatients;

/** The races about cases between two nodes: every other request goes to the other one. */
@ResourceLock(Cluster.ONE_AT_A_TIME)
class CasesOnTwoNodesTest {

    @RepeatedTest(3)
    void whatIsSentWhenTheConsentIsTakenBackIsNotShownToItsReceiver() throws Exception {
        CaseFlow flow = CaseFlow.opened(Cluster.shared().api());
        Callable<HttpAnswer> send = () -> flow.send(
                HOME_SERVICE,
                message(MessageType.VARDBEGARAN, MessagePurpose.COORDINATION_REQUEST, "Har fallit.", HEALTH_CENTRE));

        List<HttpAnswer> answers = InParallel.run(List.of(() -> flow.withdraw(HOME_SERVICE), send, send));

        answers.get(0).expect(200);
        assertThat(flow.as(HEALTH_CENTRE)
                        .get("Communication?based-on=" + flow.path())
                        .expect(200)
                        .entries(Communication.class))
                .isEmpty();
    }

    @Test
    void severalWhoBeginAtOnceBeginOnePlanning() throws Exception {
        CaseFlow flow = CaseFlow.opened(Cluster.shared().api());

        List<HttpAnswer> answers = InParallel.run(4, () -> plan(flow, HOME_SERVICE, planning(flow)));

        assertThat(answers).extracting(HttpAnswer::status).contains(200).isSubsetOf(200, 409, 412);
        assertThat(flow.as(HOME_SERVICE)
                        .get("CarePlan?part-of=" + flow.path())
                        .expect(200)
                        .entries(CarePlan.class))
                .hasSize(1);
    }

    @RepeatedTest(3)
    void noCaseStaysOpenThatIsOpenedAtTheMomentOfTheDeath() throws Exception {
        SamsparApi api = Cluster.shared().api();
        Patient patient = TestPatients.next();
        CaseFlow first = CaseFlow.of(api, CaseFlow.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE), permit(), patient));
        Patient known = api.asAdmin().read(Patient.class, new IdType(first.patient()).getIdPart());
        known.setDeceased(new BooleanType(true));

        List<HttpAnswer> answers = InParallel.run(List.<Callable<HttpAnswer>>of(
                () -> api.asAdmin().put(first.patient(), known),
                () -> CaseFlow.open(api, HOME_CARE, List.of(HEALTH_CENTRE), permit(), patient)));

        answers.get(0).expect(200);
        assertThat(api.as(HEALTH_CENTRE)
                        .get("CarePlan?status=active&category=outpatient-case&subject=" + first.patient())
                        .expect(200)
                        .entries(CarePlan.class))
                .isEmpty();
    }
}
