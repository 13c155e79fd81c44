package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.Receiver;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.Subscriptions;

/** Notifications go where whoever runs the server lets them go, whatever a subscription or a name service says. */
@Isolated("what others do is notified too")
@SamsparTest
class EndpointsTest {

    @Autowired
    SamsparApi api;

    private final Receiver receiver = Receiver.start();
    private Subscriptions subscriptions;

    @BeforeEach
    void noneYet() {
        subscriptions = new Subscriptions(api);
    }

    @AfterEach
    void turnOff() {
        subscriptions.close();
        receiver.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/hook",
                "http://127.0.0.1:8080/hook",
                "http://platform.region.example/samspar",
                "https://platform.region.example:8443/samspar",
                "https://platform.region.example/samsparx",
                "https://platform.region.example/samspar/../other",
                "https://platform.region.example/samspar/%2e%2e/other",
                "https://platform.region.example.elsewhere.example/samspar",
                "https://platform.region.example@elsewhere.example/samspar",
                "https://user:secret@platform.region.example/samspar",
                "https://platform.region.example/samspar#x",
                "http://rebound.example/hook",
                "http://localhost.elsewhere.example/hook",
                "ftp://localhost/hook",
                "file:///etc/passwd",
                "localhost",
                "http://[::1]:8080/hook",
                "http://2130706433/hook"
            })
    void anEndpointThatIsNotOnTheListIsRefused(String endpoint) {
        assertThat(api.as(Work.CLINIC)
                        .post("Subscription", to(endpoint))
                        .refused(422)
                        .ruleCodes())
                .contains("endpoint-allowed");
    }

    @Test
    void belowAListedPathItIsTaken() {
        api.as(Work.CLINIC)
                .post("Subscription/$validate", to("https://platform.region.example/samspar/unit-7"))
                .expect(200);
    }

    /** This machine, its network and the cloud's own, behind names that the list lets through. */
    @ParameterizedTest
    @ValueSource(strings = {"a.rebound.example", "b.rebound.example", "c.rebound.example", "named.rebound.example"})
    void aNameThatLeadsToAnAddressWithinIsToldNothing(String host) {
        String id = subscriptions.written(Work.CLINIC, to("http://" + host + ":" + receiver.port() + "/hook"));
        subscriptions.awaitStatus(Work.CLINIC, id, "error");
        assertThat(api.as(Work.CLINIC).read(Subscription.class, id).getError()).contains("no address");
        assertThat(receiver.rest()).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (Receiver elsewhere = Receiver.start()) {
            receiver.answers(307, "Location", elsewhere.endpoint());
            String id = subscriptions.written(Work.CLINIC, to(receiver.endpoint()));
            subscriptions.awaitStatus(Work.CLINIC, id, "error");
            assertThat(api.as(Work.CLINIC).read(Subscription.class, id).getError())
                    .contains("307");
            assertThat(elsewhere.rest()).isEmpty();
        }
    }

    @Test
    void onlyARestHookThatTakesJsonIsOffered() {
        Subscription mail = to(receiver.endpoint());
        mail.getChannel().setType(Subscription.SubscriptionChannelType.EMAIL);
        assertThat(api.as(Work.CLINIC).post("Subscription", mail).refused(422).ruleCodes())
                .contains("profile-conformance");
        Subscription xml = to(receiver.endpoint());
        xml.getChannel().getPayloadElement().setValue("application/fhir+xml");
        assertThat(api.as(Work.CLINIC).post("Subscription", xml).refused(422).ruleCodes())
                .contains("profile-conformance");
    }

    private static Subscription to(String endpoint) {
        return Subscriptions.to(SubscriptionTopic.TASK_FOR_UNIT, endpoint, "id-only");
    }
}
