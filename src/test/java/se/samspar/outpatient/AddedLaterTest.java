package se.samspar.outpatient;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.outpatient.CaseFlow.HEALTH_CENTRE;
import static se.samspar.outpatient.CaseFlow.HOME_SERVICE;
import static se.samspar.outpatient.CaseFlow.REHABILITATION;

import org.hl7.fhir.r4.model.Communication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.MessagePurpose;
import se.samspar.fhir.generated.MessageType;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;

/**
 * What is added to a message is told as what is sent: a receiver keeps a message that it has opened, so it would read the
 * new part whatever has become of consent.
 */
@SamsparTest
class AddedLaterTest {

    @Autowired
    SamsparApi api;

    private CaseFlow flow;
    private Communication sent;

    @BeforeEach
    void theHealthCentreHasOpenedAMessageOfTheHomeService() {
        flow = CaseFlow.opened(api);
        sent = flow.send(
                        HOME_SERVICE,
                        CaseFlow.message(
                                MessageType.VARDBEGARAN, MessagePurpose.INFORMATION, "Yr sedan i går.", HEALTH_CENTRE))
                .expect(200)
                .entry(Communication.class);
        flow.on(HEALTH_CENTRE, sent, "acknowledge").expect(200);
    }

    @Test
    void nothingIsAddedForAReceiverOnceConsentIsTakenBack() {
        flow.withdraw(HOME_SERVICE).expect(200);
        assertThat(add(HOME_SERVICE).expect(422).ruleCodes()).containsExactly("consent-covers-party");
        Communication kept = flow.as(HEALTH_CENTRE)
                .read(Communication.class, sent.getIdElement().getIdPart());
        assertThat(kept.getPayload()).hasSize(1);
    }

    @Test
    void aReceiverThatIsLetInNoLongerAddsNothing() {
        flow.verify(HEALTH_CENTRE);
        flow.withdraw(HOME_SERVICE).expect(200);
        assertThat(add(HEALTH_CENTRE).expect(422).ruleCodes()).containsOnly("consent-covers-party");
    }

    @Test
    void aUnitThatHasLeftTheCaseAddsNothing() {
        flow.verify(HEALTH_CENTRE);
        flow.act(HEALTH_CENTRE, "leave").expect(200);
        assertThat(add(HEALTH_CENTRE).expect(422).ruleCodes()).containsOnly("party-takes-part");
    }

    @Test
    void nothingIsAddedForAReceiverThatHasLeft() {
        flow.act(HEALTH_CENTRE, "leave").expect(200);
        assertThat(add(HOME_SERVICE).expect(422).ruleCodes()).containsOnly("party-takes-part");
    }

    @Test
    void whoeverAddsHasMadeSureOfTheConsent() {
        assertThat(add(REHABILITATION).expect(422).ruleCodes()).containsExactly("consent-verified-by-unit");
        flow.verify(REHABILITATION);
        add(REHABILITATION).expect(200);
    }

    private HttpAnswer add(String unit) {
        return flow.on(unit, sent, "supplement", "text", "Har fallit igen.");
    }
}
