package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.about;
import static se.samspar.outpatient.CaseFlow.message;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePart;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * The home service begins a vårdbegäran when a person is helped to the health centre, the rehabilitation fills in, the
 * health centre answers with an MVO, and the case is closed (S3).
 */
@SamsparTest
class HomeServiceBeginsTest {

    @Autowired
    SamsparApi api;

    @Test
    void fromTheFirstMessageToTheClose() {
        CaseFlow flow = CaseFlow.opened(api);
        Communication request = about(
                message(
                        MessageType.VARDBEGARAN,
                        MessagePurpose.COORDINATION_REQUEST,
                        "Går vanligen med rollator, klarar sig själv.",
                        HEALTH_CENTRE),
                MessagePart.NORMAL_STATE);
        Communication sent = flow.send(HOME_SERVICE, request).expect(200).entry(Communication.class);
        Task receipt = flow.inbox(HEALTH_CENTRE, sent).get(0);
        assertThat(receipt.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(receipt.getRestriction().getPeriod().getEnd()).isAfter(receipt.getAuthoredOn());

        flow.verify(REHABILITATION);
        flow.on(
                        REHABILITATION,
                        sent,
                        "supplement",
                        "text",
                        "Har tränat balans sedan i våras.",
                        "part",
                        new CodeType(MessagePart.BACKGROUND.code()))
                .expect(200);
        Communication read = flow.as(HEALTH_CENTRE)
                .read(Communication.class, sent.getIdElement().getIdPart());
        assertThat(read.getPayload()).hasSize(2);
        assertThat(read.getPayload())
                .extracting(part -> ((Reference) part.getExtensionByUrl(Extensions.MESSAGE_PART)
                                .getExtensionByUrl("author")
                                .getValue())
                        .getReference())
                .containsExactly("Organization/" + HOME_SERVICE, "Organization/" + REHABILITATION);

        assertThat(flow.on(HEALTH_CENTRE, sent, "acknowledge")
                        .expect(200)
                        .resource(Task.class)
                        .getStatus())
                .isEqualTo(TaskStatus.RECEIVED);
        flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("accept"))
                .expect(200);
        flow.verify(HEALTH_CENTRE);
        Communication answer = about(
                message(
                        MessageType.MVO,
                        MessagePurpose.REPLY,
                        "Blodtrycksfall. Medicinen är ändrad.",
                        HOME_SERVICE,
                        REHABILITATION),
                MessagePart.VISIT_OUTCOME);
        answer.addInResponseTo(new Reference(CaseFlow.path(sent)));
        Communication answered = flow.send(HEALTH_CENTRE, answer).expect(200).entry(Communication.class);
        for (String unit : List.of(HOME_SERVICE, REHABILITATION)) {
            assertThat(flow.on(unit, answered, "acknowledge")
                            .expect(200)
                            .resource(Task.class)
                            .getStatus())
                    .isEqualTo(TaskStatus.COMPLETED);
        }
        flow.inbox(HOME_SERVICE, sent)
                .forEach(news -> flow.on(HOME_SERVICE, sent, "acknowledge").expect(200));

        CarePlan closed = flow.act(HOME_SERVICE, "close", "reason", new CodeType("goals-met"))
                .expect(200)
                .entry(CarePlan.class);
        assertThat(closed.getStatus()).isEqualTo(CarePlanStatus.COMPLETED);
        assertThat(closed.getPeriod().hasEnd()).isTrue();
        assertThat(flow.as(HEALTH_CENTRE)
                        .get("Provenance?target=" + flow.path() + "&_sort=recorded&_count=100")
                        .expect(200)
                        .entries(Provenance.class))
                .flatExtracting(event -> event.getActivity().getCoding())
                .extracting(Coding::getCode)
                .contains(
                        "opened",
                        "consent-given",
                        "message-sent",
                        "consent-verified",
                        "message-supplemented",
                        "message-acknowledged",
                        "message-answered")
                .endsWith("closed");
    }
}
