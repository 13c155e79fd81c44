package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;
import static se.samspar.outpatient.CaseFlow.permit;

import java.util.List;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** No case starts for a person who has died, and a death ends the open ones (OVP-15). */
@SamsparTest
class DeceasedTest {

    @Autowired
    SamsparApi api;

    private void dies(CaseFlow flow) {
        Patient patient = api.asAdmin().read(Patient.class, new IdType(flow.patient()).getIdPart());
        patient.setDeceased(DateTimeType.now());
        api.asAdmin().put(flow.patient(), patient).expect(200);
    }

    @Test
    void noCaseStartsForADeceasedPerson() {
        Patient deceased = TestPatients.next().setDeceased(new BooleanType(true));
        assertThat(CaseFlow.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE), permit(), deceased)
                        .refused(422)
                        .ruleCodes())
                .contains("patient-alive");
    }

    @Test
    void aDeathClosesTheCaseAndWhatWaitedForAnAnswer() {
        CaseFlow flow = CaseFlow.opened(api);
        Communication asked = flow.send(
                        HOME_SERVICE,
                        message(MessageType.VARDBEGARAN, MessagePurpose.COORDINATION_REQUEST, "Yrsel", HEALTH_CENTRE))
                .expect(200)
                .entry(Communication.class);
        dies(flow);

        CarePlan closed = flow.read(HOME_SERVICE);
        assertThat(closed.getStatus()).isEqualTo(CarePlanStatus.COMPLETED);
        assertThat(closed.getExtensionByUrl(Extensions.CLOSE_REASON)
                        .getExtensionByUrl("reason")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("deceased");
        assertThat(flow.inbox(HEALTH_CENTRE, asked)).extracting(Task::getStatus).containsExactly(TaskStatus.CANCELLED);
    }

    @Test
    void nothingIsCarriedOutAndNobodyMeetsAfterADeath() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan planning = Plannings.planned(flow, HOME_SERVICE, Plannings.planning(flow));
        CarePlan sip = flow.act(HOME_SERVICE, "start-sip").expect(200).entries(CarePlan.class).stream()
                .filter(plan -> plan.hasPartOf())
                .findFirst()
                .orElseThrow();
        Appointment meeting = flow.as(HOME_SERVICE)
                .post("Appointment", CaseMeetings.meeting(flow, CaseMeetings.AT_HEALTH_CENTRE))
                .expect(201)
                .resource(Appointment.class);
        dies(flow);

        for (CarePlan plan : List.of(planning, sip)) {
            assertThat(flow.as(HOME_SERVICE)
                            .read(CarePlan.class, plan.getIdElement().getIdPart())
                            .getStatus())
                    .isEqualTo(CarePlanStatus.REVOKED);
        }
        assertThat(flow.as(HEALTH_CENTRE)
                        .read(Appointment.class, meeting.getIdElement().getIdPart())
                        .getStatus())
                .isEqualTo(AppointmentStatus.CANCELLED);
    }

    @Test
    void aDeathIsRegisteredWhateverHasBecomeOfWhoPlanned() {
        CaseFlow flow = CaseFlow.opened(api);
        flow.verify(HEALTH_CENTRE);
        CarePlan planning = Plannings.planned(flow, HEALTH_CENTRE, Plannings.planning(flow));
        flow.act(HEALTH_CENTRE, "leave").expect(200);
        flow.withdraw(HOME_SERVICE).expect(200);
        Patient patient = api.asAdmin().read(Patient.class, new IdType(flow.patient()).getIdPart());
        api.asSystemOf("vc-limhamn", "system/*.cruds samspar/population")
                .put(flow.patient(), patient.setDeceased(new BooleanType(true)))
                .expect(200);
        CarePlan ended = flow.as(HOME_SERVICE)
                .read(CarePlan.class, planning.getIdElement().getIdPart());
        assertThat(ended.getStatus()).isEqualTo(CarePlanStatus.REVOKED);
        assertThat(ended.getAuthor().getReference()).isEqualTo("Organization/" + HEALTH_CENTRE);
        assertThat(ended.getContributor()).hasSize(1);
    }

    @Test
    void theCoordinatedPlanOfAClosedCaseEndsToo() {
        CaseFlow flow = CaseFlow.opened(api);
        CarePlan sip = flow.act(HOME_SERVICE, "start-sip").expect(200).entries(CarePlan.class).stream()
                .filter(CarePlan::hasPartOf)
                .findFirst()
                .orElseThrow();
        flow.act(HOME_SERVICE, "close", "reason", new CodeType("sip-started")).expect(200);
        dies(flow);
        assertThat(flow.as(HOME_SERVICE)
                        .read(CarePlan.class, sip.getIdElement().getIdPart())
                        .getStatus())
                .isEqualTo(CarePlanStatus.REVOKED);
    }

    @RepeatedTest(4)
    void noCaseStaysOpenThatIsOpenedAtTheMomentOfTheDeath() throws Exception {
        Patient patient = TestPatients.next();
        CaseFlow first = CaseFlow.of(api, CaseFlow.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE), permit(), patient));
        Patient known = api.asAdmin().read(Patient.class, new IdType(first.patient()).getIdPart());
        known.setDeceased(new BooleanType(true));
        List<HttpAnswer> answers = InParallel.run(List.of(
                () -> api.asAdmin().put(first.patient(), known),
                () -> CaseFlow.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE), permit(), patient),
                () -> CaseFlow.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE), permit(), patient)));
        assertThat(answers.get(0).status()).as(answers.get(0).body()).isEqualTo(200);
        assertThat(first.as(HOME_SERVICE)
                        .get("CarePlan?status=active&category=outpatient-case&subject=" + first.patient())
                        .expect(200)
                        .entries(CarePlan.class))
                .isEmpty();
    }

    @Test
    void administrativeMessagesArePossibleAfterwardsAndNoOthers() {
        CaseFlow flow = CaseFlow.opened(api);
        dies(flow);
        Communication practical = flow.send(
                        HOME_SERVICE,
                        message(
                                MessageType.ADMINISTRATIVT,
                                MessagePurpose.INFORMATION,
                                "Nycklarna hämtas av dottern",
                                HEALTH_CENTRE,
                                REHABILITATION))
                .expect(200)
                .entry(Communication.class);
        flow.on(HEALTH_CENTRE, practical, "acknowledge").expect(200);
        assertThat(flow.as(REHABILITATION).get(path(practical)).status()).isEqualTo(200);
        assertThat(flow.send(
                                HOME_SERVICE,
                                message(MessageType.VARDBEGARAN, MessagePurpose.INFORMATION, "Bakgrund", HEALTH_CENTRE))
                        .refused(422)
                        .ruleCodes())
                .contains("case-open");
    }
}
