package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.support.DemoRequests;
import se.samspar.support.Notification;
import se.samspar.support.Receiver;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.Subscriptions;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** A notification tells no more than it was asked for, and no more than the unit sees when it is sent. */
@Isolated("what others do is notified too")
@SamsparTest
class ContentTest {

    private static final String FORWARDING_CLINIC = "sus-akut-internmedicin";

    @Autowired
    SamsparApi api;

    private Subscriptions subscriptions;
    private Work work;

    @BeforeEach
    void noneYet() {
        subscriptions = new Subscriptions(api);
        work = new Work(api);
    }

    @AfterEach
    void turnOff() {
        subscriptions.close();
    }

    @Test
    void theResourceItselfGoesOverHttps() {
        try (Receiver receiver = Receiver.startTls()) {
            subscriptions.active(
                    Work.CLINIC,
                    Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, receiver.endpoint(), "full-resource"));
            String request = work.submitted();

            Notification told = receiver.until(request).get(0);
            assertThat(told.resources())
                    .hasSize(2)
                    .hasAtLeastOneElementOfType(Task.class)
                    .hasAtLeastOneElementOfType(ServiceRequest.class)
                    .allMatch(sent -> sent.getMeta().getSecurity().isEmpty());
            assertThat(told.body())
                    .contains("knäsmärta")
                    .doesNotContain("Testsson")
                    .doesNotContain("fhir/access");
            assertThat(api.asReviewerOf(Work.CLINIC)
                            .get("AuditEvent?_count=50")
                            .expect(200)
                            .entries(AuditEvent.class))
                    .as("the access log has what was sent")
                    .anySatisfy(event -> {
                        assertThat(event.getType().getCode()).isEqualTo("110106");
                        assertThat(event.getEntity())
                                .extracting(entity -> entity.getWhat().getReference())
                                .contains(request + "/_history/1");
                    });
        }
    }

    @Test
    void overHttpTheResourceIsRefused() {
        Subscription readable =
                Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, "http://localhost:8090/hook", "full-resource");
        assertThat(api.as(Work.CLINIC)
                        .post("Subscription", readable)
                        .refused(422)
                        .ruleCodes())
                .containsExactly("endpoint-allowed");
    }

    @Test
    void anEndpointWhoseCertificateIsNotTrustedIsToldNothing() {
        // The certificate is for localhost alone.
        try (Receiver receiver = Receiver.startTls()) {
            String elsewhere = receiver.endpoint().replace("localhost", "127.0.0.1");
            String id = subscriptions.written(
                    Work.CLINIC, Subscriptions.to(SubscriptionTopic.TASK_FOR_UNIT, elsewhere, "empty"));
            subscriptions.awaitStatus(Work.CLINIC, id, "error");
            assertThat(receiver.rest()).isEmpty();
        }
    }

    @Test
    void anEmptyNotificationTellsThatSomethingHappenedAndNothingElse() {
        try (Receiver receiver = Receiver.start()) {
            subscriptions.active(
                    Work.CLINIC, Subscriptions.to(SubscriptionTopic.TASK_FOR_UNIT, receiver.endpoint(), "empty"));
            String request = work.submitted();
            Notification told = receiver.next();
            assertThat(told.numbers()).isNotEmpty();
            assertThat(told.focuses()).isEmpty();
            assertThat(told.body()).doesNotContain(request).doesNotContain(Work.path(work.task(request)));
        }
    }

    @Test
    void aPersonWithASecrecyMarkingIsToldOfByReferenceOnly() {
        try (Receiver receiver = Receiver.startTls()) {
            subscriptions.active(
                    Work.CLINIC,
                    Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, receiver.endpoint(), "full-resource"));
            Patient marked = TestPatients.next();
            marked.getMeta()
                    .addSecurity()
                    .setSystem(CodeSystems.SE_SECURITY_LABEL)
                    .setCode("sekretessmarkering");
            String request = Work.path(api.as(Work.HEALTH_CENTRE)
                    .post("ServiceRequest/$submit", DemoRequests.submit(DemoRequests.consultation(), marked))
                    .expect(200)
                    .entry(ServiceRequest.class));
            Notification told = receiver.until(request).get(0);
            assertThat(told.focuses()).containsExactly(request);
            assertThat(told.resources()).isEmpty();
        }
    }

    @Test
    void whatTheUnitSeesNoLongerWhenItIsToldIsANumberOnly() {
        try (Receiver receiver = Receiver.startTls()) {
            String id = subscriptions.active(
                    FORWARDING_CLINIC,
                    Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, receiver.endpoint(), "full-resource"));
            receiver.answers(503);
            String request = Work.path(api.as(Work.HEALTH_CENTRE)
                    .post(
                            "ServiceRequest/$submit",
                            DemoRequests.submit(DemoRequests.internalMedicine(), TestPatients.next()))
                    .expect(200)
                    .entry(ServiceRequest.class));
            assertThat(receiver.nextRefused("event-notification").focuses()).containsExactly(request);
            UnitClient clinic = api.as(FORWARDING_CLINIC);
            clinic.post(request + "/$triage", DemoRequests.forwardToTrelleborg())
                    .expect(200);
            clinic.get(request).refused(404);
            receiver.answers(200);

            Notification told = receiver.next();
            assertThat(told.numbers()).isNotEmpty();
            assertThat(told.focuses()).isEmpty();
            assertThat(told.resources()).extracting(Resource::fhirType).isEmpty();
            assertThat(told.body()).doesNotContain(request);
            assertThat(clinic.get("Subscription/" + id + "/$events?content=full-resource")
                            .expect(200)
                            .body())
                    .contains("notification-event")
                    .doesNotContain(request)
                    .doesNotContain("knäsmärta");
        }
    }
}
