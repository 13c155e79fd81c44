package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** The lists of cases and messages that the guide gives as searches. */
@SamsparTest
class CaseListsTest {

    private static final String WITHOUT_ACCESS = "hospice-lund";
    private static final String ANY_MESSAGE = "&code=vardbegaran,mvo,administrativt,planering";
    private static final String OVERDUE = "&status=requested,received&due=lt2199-01-01T00:00:00Z";

    @Autowired
    SamsparApi api;

    private CaseFlow flow;
    private Communication sent;

    @BeforeEach
    void theHomeServiceHasAskedAUnitWithAccessAndOneWithout() {
        flow = CaseFlow.opened(api, HOME_SERVICE, List.of(HEALTH_CENTRE, WITHOUT_ACCESS), CaseFlow.permit());
        Communication message = CaseFlow.message(
                MessageType.VARDBEGARAN,
                MessagePurpose.COORDINATION_REQUEST,
                "Yr sedan i går.",
                HEALTH_CENTRE,
                WITHOUT_ACCESS);
        Extension delivery = message.addExtension().setUrl(Extensions.MANUAL_DELIVERY);
        delivery.addExtension("unit", CaseFlow.unit(WITHOUT_ACCESS));
        delivery.addExtension("mode", new CodeType("fax"));
        delivery.addExtension("time", DateTimeType.now());
        sent = flow.send(HOME_SERVICE, message).expect(200).entry(Communication.class);
    }

    @Test
    void whatIsUnreadAndUnansweredIsInTheInbox() {
        assertThat(tasks(HEALTH_CENTRE, "owner", "&status=requested" + ANY_MESSAGE + "&_sort=due"))
                .hasSize(1);
        String toBeAnswered = "&status=received" + ANY_MESSAGE + "&_sort=due";
        assertThat(tasks(HEALTH_CENTRE, "owner", toBeAnswered)).isEmpty();
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        assertThat(tasks(HEALTH_CENTRE, "owner", "&status=requested" + ANY_MESSAGE))
                .isEmpty();
        assertThat(tasks(HEALTH_CENTRE, "owner", toBeAnswered)).hasSize(1);
        flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("accept"))
                .expect(200);
        assertThat(tasks(HEALTH_CENTRE, "owner", toBeAnswered)).isEmpty();
    }

    @Test
    void whatIsOverdueShowsOnBothSides() {
        assertThat(tasks(HEALTH_CENTRE, "owner", OVERDUE)).hasSize(1);
        assertThat(tasks(HOME_SERVICE, "requester", OVERDUE)).hasSize(2);
        assertThat(tasks(HOME_SERVICE, "requester", "&status=requested,received&due=lt2025-02-05T10:00:00Z"))
                .isEmpty();
    }

    @Test
    void whatWasDeliveredManuallyIsAListOfTheSender() {
        String manual = "&business-status=delivered-manually";
        assertThat(tasks(HOME_SERVICE, "requester", manual + "&_sort=-modified"))
                .extracting(receipt -> receipt.getOwner().getReference())
                .containsExactly("Organization/" + WITHOUT_ACCESS);
        assertThat(tasks(HOME_SERVICE, "requester", manual + "&status=received"))
                .hasSize(1);
        flow.on(
                        HOME_SERVICE,
                        sent,
                        "respond",
                        "decision",
                        new CodeType("accept"),
                        "unit",
                        CaseFlow.unit(WITHOUT_ACCESS),
                        "text",
                        "Ja, enligt samtal med avdelningen")
                .expect(200);
        assertThat(tasks(HOME_SERVICE, "requester", manual + "&status=received"))
                .isEmpty();
    }

    @Test
    void whatOthersAskForIsInTheSendersInbox() {
        String asked = "&status=requested" + ANY_MESSAGE + "&part-of:missing=false";
        assertThat(tasks(HOME_SERVICE, "owner", asked)).isEmpty();
        flow.on(HEALTH_CENTRE, sent, "respond", "decision", new CodeType("request-supplement"), "text", "Sedan när?")
                .expect(200);
        assertThat(tasks(HOME_SERVICE, "owner", asked)).hasSize(1);
    }

    @Test
    void messagesAreFoundByCasePurposeAndWhatTheyAnswer() {
        flow.verify(HEALTH_CENTRE);
        Communication reply =
                CaseFlow.message(MessageType.MVO, MessagePurpose.REPLY, "Medicinen är ändrad.", HOME_SERVICE);
        reply.addInResponseTo(new Reference(CaseFlow.path(sent)));
        String answer = flow.send(HEALTH_CENTRE, reply)
                .expect(200)
                .entry(Communication.class)
                .getIdElement()
                .getIdPart();
        String ofCase = "Communication?based-on=" + flow.path();
        assertThat(found(HOME_SERVICE, ofCase + "&_sort=sent", Communication.class))
                .hasSize(2);
        assertThat(found(HOME_SERVICE, ofCase + "&topic=reply", Communication.class))
                .containsExactly(answer);
        assertThat(found(HOME_SERVICE, "Communication?in-response-to=" + CaseFlow.path(sent), Communication.class))
                .containsExactly(answer);
    }

    @Test
    void casesAreFoundByPartyAndByHowTheyEnded() {
        String cases = "CarePlan?subject=%s&party=Organization/%s".formatted(flow.patient(), HEALTH_CENTRE);
        assertThat(found(HEALTH_CENTRE, cases + "&category=outpatient-case&status=active", CarePlan.class))
                .containsExactly(flow.id());
        assertThat(found(HEALTH_CENTRE, "Consent?status=active&data=" + flow.path(), Consent.class))
                .hasSize(1);
        flow.actAside(HOME_SERVICE, "close", "nothing-unanswered", "reason", new CodeType("coordinated"))
                .expect(200);
        assertThat(found(HEALTH_CENTRE, cases + "&close-reason=transferred", CarePlan.class))
                .isEmpty();
        assertThat(found(HEALTH_CENTRE, cases + "&close-reason=coordinated", CarePlan.class))
                .containsExactly(flow.id());
    }

    private List<Task> tasks(String slug, String role, String more) {
        return flow.as(slug)
                .get("Task?patient=%s&%s=Organization/%s%s".formatted(flow.patient(), role, slug, more))
                .expect(200)
                .entries(Task.class);
    }

    private <T extends Resource> List<String> found(String slug, String search, Class<T> type) {
        return flow.as(slug).get(search).expect(200).entries(type).stream()
                .map(resource -> resource.getIdElement().getIdPart())
                .toList();
    }
}
