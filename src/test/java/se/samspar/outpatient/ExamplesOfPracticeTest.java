package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.CLINIC;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.NEEDS_ASSESSMENT;
import static se.samspar.outpatient.CaseFlow.about;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;
import static se.samspar.outpatient.CaseFlow.permit;
import static se.samspar.outpatient.CaseFlow.unit;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePart;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;

/** How the outpatient process is used in practice (S3), each example from its beginning to its end. */
@SamsparTest
class ExamplesOfPracticeTest {

    private static final String AMBULANCE = "ambulans-skane";
    private static final String WARD = "sus-akut-internmedicin";

    @Autowired
    SamsparApi api;

    @Test
    void aClinicNoticesAWishForMunicipalSupportAndStartsWithAnMvo() {
        CaseFlow flow = CaseFlow.opened(api, CLINIC, List.of(NEEDS_ASSESSMENT, HEALTH_CENTRE), permit());
        Communication mvo = about(
                message(
                        MessageType.MVO,
                        MessagePurpose.COORDINATION_REQUEST,
                        "Önskar hjälp i hemmet efter höftoperationen.",
                        NEEDS_ASSESSMENT,
                        HEALTH_CENTRE),
                MessagePart.TO_KNOW);
        Communication sent = flow.send(CLINIC, mvo).expect(200).entry(Communication.class);

        flow.on(NEEDS_ASSESSMENT, sent, "acknowledge").expect(200);
        Task taken = flow.on(
                        NEEDS_ASSESSMENT,
                        sent,
                        "respond",
                        "decision",
                        new CodeType("accept"),
                        "text",
                        "Hembesök på måndag.")
                .expect(200)
                .entry(Task.class);
        assertThat(taken.getStatus()).isEqualTo(TaskStatus.ACCEPTED);
        flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("decline"), "text", "Listad på annan.")
                .expect(200);

        Communication reply = reply(MessageType.PLANERING, "Hemtjänst beviljad från fredag.", sent, CLINIC);
        assertThat(flow.send(NEEDS_ASSESSMENT, reply).refused(422).ruleCodes()).contains("consent-verified-by-unit");
        Communication assessed = flow.actAside(NEEDS_ASSESSMENT, "send", "consent-verified-by-unit", "message", reply)
                .expect(200)
                .entry(Communication.class);
        flow.on(CLINIC, assessed, "acknowledge").expect(200);
        CarePlan closed = flow.act(CLINIC, "close", "reason", new CodeType("coordinated"))
                .expect(200)
                .entry(CarePlan.class);
        assertThat(closed.getStatus()).isEqualTo(CarePlanStatus.COMPLETED);
    }

    @Test
    void theAmbulanceReportsANeedThatIsToBeMetAtHome() {
        CaseFlow flow = CaseFlow.opened(api, AMBULANCE, List.of(HOME_CARE, HEALTH_CENTRE), permit());
        Communication sent = flow.send(
                        AMBULANCE,
                        about(
                                message(
                                        MessageType.MVO,
                                        MessagePurpose.COORDINATION_REQUEST,
                                        "Fallit i trappan, oskadd. Saknar ledstång och tillsyn.",
                                        HOME_CARE,
                                        HEALTH_CENTRE),
                                MessagePart.TO_KNOW))
                .expect(200)
                .entry(Communication.class);
        for (String receiver : List.of(HOME_CARE, HEALTH_CENTRE)) {
            assertThat(flow.as(receiver)
                            .get("Task?owner=Organization/%s&status=requested&focus=%s".formatted(receiver, path(sent)))
                            .expect(200)
                            .entries(Task.class))
                    .hasSize(1);
            flow.on(receiver, sent, "respond", "decision", new CodeType("accept"))
                    .expect(200);
        }
        flow.act(AMBULANCE, "close", "reason", new CodeType("transferred")).expect(200);
        assertThat(flow.as(HOME_CARE)
                        .read(Communication.class, sent.getIdElement().getIdPart())
                        .getPayload())
                .hasSize(1);
    }

    @Test
    void aCaseTurnsIntoAnInpatientCaseByAnAdmissionMessage() {
        CaseFlow flow = CaseFlow.opened(api, HOME_CARE, List.of(HEALTH_CENTRE, WARD), permit());
        Communication request = flow.send(
                        HOME_CARE,
                        about(
                                message(
                                        MessageType.VARDBEGARAN,
                                        MessagePurpose.COORDINATION_REQUEST,
                                        "Andfådd i vila.",
                                        WARD),
                                MessagePart.NORMAL_STATE))
                .expect(200)
                .entry(Communication.class);
        flow.verify(WARD);
        HttpAnswer admitted = flow.act(WARD, "admit", "reason", "Inskriven med hjärtsvikt", "text", "Avdelning 4")
                .expect(200);

        assertThat(admitted.entry(CarePlan.class).getStatus()).isEqualTo(CarePlanStatus.COMPLETED);
        assertThat(admitted.entry(CarePlan.class)
                        .getExtensionByUrl(Extensions.CLOSE_REASON)
                        .getExtensionByUrl("reason")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("admitted");
        Communication admission = admitted.entry(Communication.class);
        assertThat(admission.getRecipient())
                .extracting(Reference::getReference)
                .containsExactlyInAnyOrder("Organization/" + HOME_CARE, "Organization/" + HEALTH_CENTRE);
        for (String told : List.of(HOME_CARE, HEALTH_CENTRE)) {
            assertThat(flow.on(told, admission, "acknowledge")
                            .expect(200)
                            .resource(Task.class)
                            .getStatus())
                    .isEqualTo(TaskStatus.COMPLETED);
        }
        assertThat(flow.as(WARD)
                        .read(Communication.class, request.getIdElement().getIdPart())
                        .getPayload())
                .as("the vårdbegäran goes along into the admission")
                .isNotEmpty();
        assertThat(flow.on(HOME_CARE, request, "supplement", "text", "Mer")
                        .refused(422)
                        .ruleCodes())
                .contains("case-open");
        assertThat(flow.send(
                                HOME_CARE,
                                message(MessageType.ADMINISTRATIVT, MessagePurpose.INFORMATION, "Nyckeln", WARD))
                        .refused(422)
                        .ruleCodes())
                .contains("case-open");
        assertThat(flow.act(HOME_CARE, "invite", "party", unit(NEEDS_ASSESSMENT))
                        .refused(422)
                        .ruleCodes())
                .contains("case-open");
    }

    @Test
    void aPersonWhoRefusesIsPlannedForInsideTheOwnOrganisationOnly() {
        assertThat(CaseFlow.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE), CaseFlow.deny(), TestPatients.next())
                        .refused(422)
                        .ruleCodes())
                .contains("refused-consent-stays-inside");
        CaseFlow flow = CaseFlow.opened(api, HOME_SERVICE, List.of(NEEDS_ASSESSMENT), CaseFlow.deny());
        Communication inside = flow.send(
                        HOME_SERVICE,
                        message(
                                MessageType.PLANERING,
                                MessagePurpose.COORDINATION,
                                "Vill inte att vårdcentralen får veta.",
                                NEEDS_ASSESSMENT))
                .expect(200)
                .entry(Communication.class);
        flow.on(NEEDS_ASSESSMENT, inside, "acknowledge").expect(200);
        assertThat(flow.act(HOME_SERVICE, "invite", "party", unit(HEALTH_CENTRE))
                        .refused(422)
                        .ruleCodes())
                .contains("refused-consent-stays-inside");
        assertThat(flow.as(HEALTH_CENTRE).get(flow.path()).status()).isEqualTo(404);
        assertThat(flow.act(HOME_SERVICE, "close", "reason", new CodeType("goals-met"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void withoutAConsentNobodyOutsideIsLetIn() {
        assertThat(CaseFlow.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE), null, TestPatients.next())
                        .refused(422)
                        .ruleCodes())
                .contains("consent-covers-party");
        assertThat(CaseFlow.open(
                                api,
                                HOME_SERVICE,
                                List.of(HEALTH_CENTRE, "rehab-lund"),
                                permit("rehab-lund"),
                                TestPatients.next())
                        .refused(422)
                        .ruleCodes())
                .contains("consent-covers-party");
    }

    private static Communication reply(MessageType type, String text, Communication to, String... receivers) {
        Communication reply = message(type, MessagePurpose.REPLY, text, receivers);
        reply.addInResponseTo(new Reference(path(to)));
        reply.getPayloadFirstRep().setContent(new StringType(text));
        return reply;
    }

    @Test
    void aCaseIsOpenedForSomebodyWhomOnlyOthersHaveMet() {
        Patient known = TestPatients.next();
        CaseFlow.open(api, HOME_CARE, List.of(HEALTH_CENTRE), permit(), known).expect(200);
        CaseFlow.open(api, HOME_SERVICE, List.of(HEALTH_CENTRE), permit(), known)
                .expect(200);
    }
}
