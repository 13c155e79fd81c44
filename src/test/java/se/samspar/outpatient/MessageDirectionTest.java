package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.SCHOOL;
import static se.samspar.outpatient.CaseFlow.message;
import static se.samspar.outpatient.CaseFlow.path;
import static se.samspar.outpatient.CaseFlow.permit;
import static se.samspar.outpatient.CaseFlow.unit;

import java.util.List;
import org.hl7.fhir.r4.model.Communication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/** Who writes to whom in a case, and what each of them may do next (OVP-4). */
@SamsparTest
class MessageDirectionTest {

    @Autowired
    SamsparApi api;

    private CaseFlow flow;

    @BeforeEach
    void theHomeServiceOpensACase() {
        flow = CaseFlow.opened(api);
    }

    @Test
    void aRenewalIsAskedForByTelephoneWhereItIsNotTaken() {
        Communication renewal =
                message(MessageType.VARDBEGARAN, MessagePurpose.RENEWAL, "Alvedon, dosen är slut", HEALTH_CENTRE);
        HttpAnswer refused = flow.send(HOME_SERVICE, renewal).refused(422);
        assertThat(refused.ruleCodes()).contains("renewals-not-taken");
        assertThat(refused.body()).contains("+46 ");

        CaseFlow other = CaseFlow.opened(api, HOME_SERVICE, List.of("vc-sodra-sandby"), permit());
        other.send(HOME_SERVICE, message(MessageType.VARDBEGARAN, MessagePurpose.RENEWAL, "Alvedon", "vc-sodra-sandby"))
                .expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "VARDBEGARAN, kommun-lund-hemtjanst, vc-dalby, ",
        "VARDBEGARAN, vc-dalby, kommun-lund-hemtjanst, message-direction",
        "MVO, vc-dalby, kommun-lund-hemtjanst, ",
        "MVO, kommun-lund-hemtjanst, vc-dalby, message-direction",
        "MVO, vc-dalby, rehab-lund, ",
        "PLANERING, vc-dalby, kommun-lund-hemtjanst, ",
        "ADMINISTRATIVT, kommun-lund-hemtjanst, rehab-lund, "
    })
    void messagesGoTheirWayInTheChain(MessageType type, String from, String to, String rule) {
        if (!from.equals(HOME_SERVICE)) {
            flow.verify(from);
        }
        Communication message = message(type, MessagePurpose.INFORMATION, "Till er kännedom", to);
        HttpAnswer answer = flow.send(from, message);
        if (rule == null) {
            answer.expect(200);
        } else {
            assertThat(answer.refused(422).ruleCodes()).containsExactly(rule);
            flow.actAside(from, "send", rule, "message", message).expect(200);
        }
    }

    @Test
    void thoseOutsideHealthCareTakePartWhenThePersonWishesIt() {
        assertThat(flow.act(HOME_SERVICE, "invite", "party", unit(SCHOOL))
                        .refused(422)
                        .ruleCodes())
                .contains("party-wished");
        flow.act(HOME_SERVICE, "invite", "party", unit(SCHOOL), "wishedByPatient", true)
                .expect(200);
        flow.verify(SCHOOL);
        Communication fromSchool = flow.send(
                        SCHOOL,
                        message(MessageType.PLANERING, MessagePurpose.COORDINATION, "Kan mötas torsdag", HEALTH_CENTRE))
                .expect(200)
                .entry(Communication.class);
        flow.on(HEALTH_CENTRE, fromSchool, "acknowledge").expect(200);
        flow.act(SCHOOL, "leave").expect(200);
        assertThat(flow.as(SCHOOL).get(flow.path()).status()).isEqualTo(404);
        assertThat(flow.as(SCHOOL).get(path(fromSchool)).status()).isEqualTo(200);
    }
}
