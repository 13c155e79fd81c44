package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;
import static se.samspar.outpatient.CaseFlow.unit;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Whoever takes a consent back at the moment that something is sent, opened or shared by it has the last word (OVP-5). */
@SamsparTest
class ConsentRaceTest {

    private static final int ROUNDS = 6;

    @Autowired
    SamsparApi api;

    private HttpAnswer ask(CaseFlow flow) {
        return flow.send(
                HOME_SERVICE,
                message(
                        MessageType.VARDBEGARAN,
                        MessagePurpose.COORDINATION_REQUEST,
                        "Har fallit.",
                        HEALTH_CENTRE,
                        REHABILITATION));
    }

    private static void assertDone(HttpAnswer withdrawal) {
        assertThat(withdrawal.status()).as(withdrawal.body()).isEqualTo(200);
    }

    private static void assertIsThereOrRefused(HttpAnswer answer) {
        if (answer.status() != 200) {
            assertThat(answer.status()).as(answer.body()).isIn(404, 409, 412, 422);
        }
    }

    @RepeatedTest(ROUNDS)
    void whatIsSentAtThatMomentIsNotShownToItsReceivers() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);
        List<HttpAnswer> answers =
                InParallel.run(List.of(() -> flow.withdraw(HOME_SERVICE), () -> ask(flow), () -> ask(flow)));
        assertDone(answers.get(0));
        answers.forEach(ConsentRaceTest::assertIsThereOrRefused);
        for (String receiver : List.of(HEALTH_CENTRE, REHABILITATION)) {
            assertThat(flow.as(receiver)
                            .get("Communication?based-on=" + flow.path())
                            .expect(200)
                            .entries(Communication.class))
                    .isEmpty();
            assertThat(flow.as(receiver)
                            .get("Task?patient=" + flow.patient())
                            .expect(200)
                            .entries(Task.class))
                    .isEmpty();
        }
        for (HttpAnswer answer : answers.subList(1, answers.size())) {
            if (answer.status() == 200) {
                Communication sent = answer.entry(Communication.class);
                assertThat(flow.as(HEALTH_CENTRE).get(path(sent)).status()).isEqualTo(404);
                assertThat(flow.on(HEALTH_CENTRE, sent, "acknowledge").status()).isEqualTo(404);
                assertThat(flow.as(HOME_SERVICE).get(path(sent)).status()).isEqualTo(200);
            }
        }
    }

    @RepeatedTest(ROUNDS)
    void whoOpensAMessageAtThatMomentEitherHasItOrHasNot() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);
        Communication sent = ask(flow).expect(200).entry(Communication.class);
        List<HttpAnswer> answers = InParallel.run(
                List.of(() -> flow.withdraw(HOME_SERVICE), () -> flow.on(HEALTH_CENTRE, sent, "acknowledge")));
        assertDone(answers.get(0));
        assertIsThereOrRefused(answers.get(1));
        boolean opened = answers.get(1).status() == 200;
        assertThat(flow.as(HEALTH_CENTRE).get(path(sent)).status()).isEqualTo(opened ? 200 : 404);
        Task receipt = flow.as(HOME_SERVICE)
                .get("Task?owner=Organization/%s&focus=%s".formatted(HEALTH_CENTRE, path(sent)))
                .entry(Task.class);
        assertThat(receipt.getExecutionPeriod().hasStart()).isEqualTo(opened);
    }

    @RepeatedTest(ROUNDS)
    void whoIsLetInAtThatMomentStaysOutside() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);
        List<HttpAnswer> answers = InParallel.run(List.of(
                () -> flow.withdraw(HOME_SERVICE),
                () -> flow.act(HOME_SERVICE, "invite", "party", unit("vc-limhamn"))));
        assertDone(answers.get(0));
        assertIsThereOrRefused(answers.get(1));
        assertThat(flow.as("vc-limhamn").get(flow.path()).status()).isEqualTo(404);
        assertThat(flow.as("vc-limhamn")
                        .get("CarePlan?subject=" + flow.patient())
                        .entries(CarePlan.class))
                .isEmpty();
    }

    @RepeatedTest(ROUNDS)
    void whatIsAddedAtThatMomentIsNotShownToWhoKeepsTheMessage() throws Exception {
        CaseFlow flow = CaseFlow.opened(api);
        Communication sent = ask(flow).expect(200).entry(Communication.class);
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
        List<HttpAnswer> answers = InParallel.run(List.of(
                () -> flow.withdraw(HOME_SERVICE),
                () -> flow.on(HOME_SERVICE, sent, "supplement", "text", "Ännu ett fall.")));
        assertDone(answers.get(0));
        assertIsThereOrRefused(answers.get(1));
        Communication kept = flow.as(HEALTH_CENTRE)
                .read(Communication.class, sent.getIdElement().getIdPart());
        Communication now = flow.as(HOME_SERVICE)
                .read(Communication.class, sent.getIdElement().getIdPart());
        assertThat(kept.getPayload()).hasSameSizeAs(now.getPayload());
        assertThat(now.getPayload()).hasSize(answers.get(1).status() == 200 ? 2 : 1);
    }
}
