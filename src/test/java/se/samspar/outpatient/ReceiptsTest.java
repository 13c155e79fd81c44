package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_CARE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;
import static se.samspar.outpatient.CaseFlow.unit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Every receiver of a message has a receipt, from delivery to acknowledgement and answer (OVP-1, OVP-2). */
@SamsparTest
class ReceiptsTest {

    @Autowired
    SamsparApi api;

    private CaseFlow flow;

    @BeforeEach
    void theHomeServiceOpensACase() {
        flow = CaseFlow.opened(api);
    }

    private Communication sent(MessagePurpose purpose, String... receivers) {
        return flow.send(HOME_SERVICE, message(MessageType.PLANERING, purpose, "Hur går träningen?", receivers))
                .expect(200)
                .entry(Communication.class);
    }

    private Task receipt(String slug, Communication message) {
        return flow.inbox(slug, message).get(0);
    }

    @Test
    void informationIsDoneWithWhenItIsAcknowledged() {
        Communication sent = sent(MessagePurpose.INFORMATION, HEALTH_CENTRE);
        Task acknowledged =
                flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200).resource(Task.class);
        assertThat(acknowledged.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(acknowledged.getExecutionPeriod().hasStart()).isTrue();
        assertThat(flow.on(HEALTH_CENTRE, sent, "acknowledge")
                        .expect(200)
                        .resource(Task.class)
                        .getExecutionPeriod()
                        .getStart())
                .as("acknowledged once and for all")
                .isEqualTo(acknowledged.getExecutionPeriod().getStart());
        assertThat(flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("accept"))
                        .refused(422)
                        .ruleCodes())
                .contains("transition-not-allowed");
    }

    @Test
    void whoAsksForCoordinationWaitsForAnAnswerAfterTheAcknowledgement() {
        Communication sent = sent(MessagePurpose.COORDINATION_REQUEST, HEALTH_CENTRE);
        Task before = receipt(HEALTH_CENTRE, sent);
        Task read = flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200).resource(Task.class);
        assertThat(read.getStatus()).isEqualTo(TaskStatus.RECEIVED);
        assertThat(read.getRestriction().getPeriod().getEnd())
                .isAfter(before.getRestriction().getPeriod().getEnd());
        flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("accept"))
                .expect(200);
        assertThat(flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("decline"), "text", "Ångrat oss")
                        .refused(422)
                        .ruleCodes())
                .contains("transition-not-allowed");
    }

    @Test
    void aReceiverThatDeclinesSaysWhy() {
        Communication sent = sent(MessagePurpose.COORDINATION_REQUEST, HEALTH_CENTRE);
        assertThat(flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("decline"))
                        .refused(422)
                        .ruleCodes())
                .contains("reason-given");
        Task declined = flow.on(
                        HEALTH_CENTRE,
                        sent,
                        "respond",
                        "decision",
                        new CodeType("decline"),
                        "text",
                        "Personen är listad på en annan vårdcentral")
                .expect(200)
                .entry(Task.class);
        assertThat(declined.getStatus()).isEqualTo(TaskStatus.REJECTED);
        assertThat(flow.as(HOME_SERVICE)
                        .read(Task.class, declined.getIdElement().getIdPart())
                        .getStatusReason()
                        .getText())
                .startsWith("Personen är listad");
    }

    @Test
    void aReceiverAsksForMoreAndTheSenderAdds() {
        Communication sent = sent(MessagePurpose.COORDINATION_REQUEST, HEALTH_CENTRE, REHABILITATION);
        HttpAnswer asked = flow.on(
                        HEALTH_CENTRE,
                        sent,
                        "respond",
                        "decision",
                        new CodeType("request-supplement"),
                        "text",
                        "Vilka mediciner?")
                .expect(200);
        Task mine = asked.entries(Task.class).get(0);
        Task theirs = asked.entries(Task.class).get(1);
        assertThat(TaskBusinessStatus.AWAITING_INFORMATION.isIn(mine.getBusinessStatus()))
                .isTrue();
        assertThat(theirs.getOwner().getReference()).isEqualTo("Organization/" + HOME_SERVICE);
        assertThat(theirs.getReasonCode().getText()).isEqualTo("Vilka mediciner?");

        flow.on(HOME_SERVICE, sent, "supplement", "text", "Waran").expect(200);
        assertThat(flow.as(HOME_SERVICE)
                        .read(Task.class, theirs.getIdElement().getIdPart())
                        .getStatus())
                .isEqualTo(TaskStatus.COMPLETED);
        assertThat(receipt(HEALTH_CENTRE, sent).hasBusinessStatus()).isFalse();
        flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("accept"))
                .expect(200);
    }

    @Test
    void whatIsAddedIsNewsToThoseWhoHadReadTheMessage() {
        Communication sent = sent(MessagePurpose.INFORMATION, HEALTH_CENTRE, REHABILITATION);
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        flow.on(HOME_SERVICE, sent, "supplement", "text", "Tid bokad på fredag").expect(200);
        assertThat(flow.inbox(HEALTH_CENTRE, sent))
                .extracting(Task::getStatus)
                .containsExactlyInAnyOrder(TaskStatus.COMPLETED, TaskStatus.REQUESTED);
        assertThat(flow.inbox(REHABILITATION, sent))
                .as("which has it before it still")
                .hasSize(1);
        assertThat(flow.on(HOME_SERVICE, sent, "supplement").refused(422).body())
                .contains("adds nothing");
    }

    @Test
    void aChangedSituationReachesEveryParty() {
        Communication sent = flow.send(
                        HOME_SERVICE,
                        message(
                                MessageType.ADMINISTRATIVT,
                                MessagePurpose.SITUATION_CHANGED,
                                "Ligger hemma med feber",
                                HEALTH_CENTRE))
                .expect(200)
                .entry(Communication.class);
        assertThat(sent.getRecipient())
                .extracting(Reference::getReference)
                .containsExactlyInAnyOrder("Organization/" + HEALTH_CENTRE, "Organization/" + REHABILITATION);
        assertThat(flow.inbox(REHABILITATION, sent)).hasSize(1);
    }

    @Test
    void listsTellWhatIsOverdue() {
        Communication sent = sent(MessagePurpose.COORDINATION_REQUEST, HEALTH_CENTRE);
        String after = Instant.now().plus(30, ChronoUnit.DAYS).toString();
        String overdue = "Task?owner=Organization/%s&status=requested,received&due=lt%s&_sort=due&patient=%s";
        assertThat(flow.as(HEALTH_CENTRE)
                        .get(overdue.formatted(HEALTH_CENTRE, after, flow.patient()))
                        .entries(Task.class))
                .hasSize(1);
        assertThat(flow.as(HEALTH_CENTRE)
                        .get(overdue.formatted(HEALTH_CENTRE, Instant.now(), flow.patient()))
                        .entries(Task.class))
                .isEmpty();
        flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("accept"))
                .expect(200);
        assertThat(flow.as(HEALTH_CENTRE)
                        .get(overdue.formatted(HEALTH_CENTRE, after, flow.patient()))
                        .entries(Task.class))
                .isEmpty();
    }

    @Test
    void aPartyThatLeavesLeavesNothingToBeDone() {
        Communication sent = sent(MessagePurpose.COORDINATION_REQUEST, HEALTH_CENTRE);
        flow.act(HEALTH_CENTRE, "leave").expect(200);
        assertThat(flow.inbox(HEALTH_CENTRE, sent)).isEmpty();
        assertThat(flow.as(HOME_SERVICE).get("Task?focus=" + path(sent)).entries(Task.class))
                .extracting(Task::getStatus)
                .containsExactly(TaskStatus.CANCELLED);
        flow.act(HOME_SERVICE, "close", "reason", new CodeType("transferred")).expect(200);
    }

    @Test
    void nobodyAnswersForAReceiverThatHasAccess() {
        Communication sent = sent(MessagePurpose.COORDINATION_REQUEST, HEALTH_CENTRE);
        assertThat(flow.on(
                                HOME_SERVICE,
                                sent,
                                "respond",
                                "decision",
                                new CodeType("accept"),
                                "unit",
                                unit(HEALTH_CENTRE))
                        .status())
                .isEqualTo(403);
        assertThat(flow.on(REHABILITATION, sent, "acknowledge").status()).isEqualTo(403);
        assertThat(flow.on(REHABILITATION, sent, "respond", "decision", new CodeType("accept"))
                        .status())
                .isEqualTo(403);
        assertThat(flow.on(HOME_CARE, sent, "acknowledge").status()).isEqualTo(404);
    }

    @Test
    void aWronglySentMessageIsTakenBackAndOnlyItsSenderHasItLeft() {
        Communication sent = sent(MessagePurpose.INFORMATION, HEALTH_CENTRE, REHABILITATION);
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        assertThat(flow.on(HOME_SERVICE, sent, "withdraw").refused(422).ruleCodes())
                .contains("profile-conformance");
        assertThat(flow.on(HEALTH_CENTRE, sent, "withdraw", "reason", "Fel").status())
                .isEqualTo(403);
        flow.on(HOME_SERVICE, sent, "withdraw", "reason", "Fel person").expect(200);

        for (String receiver : List.of(HEALTH_CENTRE, REHABILITATION)) {
            assertThat(flow.as(receiver).get(path(sent)).status()).isEqualTo(404);
            assertThat(flow.as(receiver).get(path(sent) + "/_history/1").status())
                    .isEqualTo(404);
        }
        Communication kept = flow.as(HOME_SERVICE)
                .read(Communication.class, sent.getIdElement().getIdPart());
        assertThat(kept.getStatus()).isEqualTo(CommunicationStatus.ENTEREDINERROR);
        assertThat(kept.getStatusReason().getText()).isEqualTo("Fel person");
        assertThat(flow.inbox(HOME_SERVICE, sent)).isEmpty();
        assertThat(flow.as(HOME_SERVICE).get("Task?focus=" + path(sent)).entries(Task.class))
                .hasSize(2)
                .allMatch(task -> task.getStatus() == TaskStatus.CANCELLED);
        assertThat(flow.on(HOME_SERVICE, sent, "supplement", "text", "Mer")
                        .refused(422)
                        .ruleCodes())
                .contains("transition-not-allowed");
        assertThat(flow.on(HOME_SERVICE, sent, "withdraw", "reason", "Fel igen")
                        .refused(422)
                        .ruleCodes())
                .contains("transition-not-allowed");
    }
}
