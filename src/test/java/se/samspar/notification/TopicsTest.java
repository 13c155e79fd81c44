package se.samspar.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.DemoRequests.parameters;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Subscription;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.subscription.Terms;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.Notification;
import se.samspar.support.Receiver;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.Subscriptions;
import se.samspar.support.TestPatients;

/** Each topic tells the units that it concerns, and no others. */
@Isolated("what others do is notified too")
@SamsparTest
class TopicsTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    List<ScheduledTaskHolder> scheduled;

    private final Receiver receiver = Receiver.start();
    private final Receiver others = Receiver.start();
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
        receiver.close();
        others.close();
    }

    @Test
    void aNewWorkItemIsToldToItsOwner() {
        subscriptions.active(Work.CLINIC, SubscriptionTopic.TASK_FOR_UNIT, receiver);
        subscriptions.active(Work.HEALTH_CENTRE, SubscriptionTopic.TASK_FOR_UNIT, others);
        HttpAnswer submitted = work.submit();

        Notification told = last(receiver.until(Work.path(submitted.entry(Task.class))));
        assertThat(told.value("status")).isEqualTo("active");
        assertThat(told.resources()).isEmpty();
        assertThat(told.body()).doesNotContain("Testsson").doesNotContain("knä");

        CarePlan aCase = work.open().entry(CarePlan.class);
        Communication message = work.send(aCase, Work.HEALTH_CENTRE);
        Task receipt = api.as(Work.HEALTH_CENTRE)
                .get("Task?focus=" + Work.path(message))
                .entry(Task.class);
        assertThat(others.until(Work.path(receipt))).allSatisfy(other -> assertThat(other.focuses())
                .doesNotContain(Work.path(submitted.entry(Task.class))));
    }

    @Test
    void everyStateOfARequestIsToldToBothUnitsInOrderAndToNobodyElse() {
        subscriptions.active(Work.HEALTH_CENTRE, SubscriptionTopic.REQUEST_CHANGED, receiver);
        subscriptions.active("sus-neurologi", SubscriptionTopic.REQUEST_CHANGED, others);
        String clinics = subscriptions.active(Work.CLINIC, SubscriptionTopic.REQUEST_CHANGED, receiver);
        String request = work.submitted();
        work.receive(request);
        work.accept(request);

        List<Notification> told = Stream.generate(receiver::next)
                .filter(notification -> notification.focuses().contains(request))
                .limit(6)
                .toList();
        assertThat(told.stream()
                        .filter(notification -> notification.body().contains(clinics))
                        .flatMap(notification -> notification.numbers().stream()))
                .hasSize(3)
                .isSorted();
        assertThat(told.stream().flatMap(notification -> notification.eventIds().stream()))
                .as("one id in both subscriptions")
                .hasSize(6)
                .satisfies(ids -> assertThat(ids.stream().distinct()).hasSize(3));
        assertThat(others.rest()).noneMatch(other -> other.type().equals("event-notification"));
    }

    @Test
    void aFilterLetsThroughWhatItNames() {
        Subscription direct = Subscriptions.filtered(
                Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, others.endpoint(), "id-only"),
                "ServiceRequest?track=elektiv-remiss");
        Subscription digital = Subscriptions.filtered(
                Subscriptions.to(SubscriptionTopic.REQUEST_CHANGED, receiver.endpoint(), "id-only"),
                "ServiceRequest?track=elektiv-remiss,digital-specialistkonsultation");
        subscriptions.active(Work.HEALTH_CENTRE, digital);
        subscriptions.active(Work.HEALTH_CENTRE, direct);
        String request = work.submitted();
        ServiceRequest referral = api.as(Work.HEALTH_CENTRE)
                .post(
                        "ServiceRequest/$submit",
                        DemoRequests.submit(DemoRequests.internalMedicine(), TestPatients.next()))
                .expect(200)
                .entry(ServiceRequest.class);

        assertThat(receiver.until(Work.path(referral)))
                .anySatisfy(told -> assertThat(told.focuses()).contains(request));
        assertThat(others.until(Work.path(referral)))
                .noneSatisfy(told -> assertThat(told.focuses()).contains(request));
    }

    @Test
    void aTopicOrAFilterThatDoesNotExistIsRefused() {
        Subscription unknown = Subscriptions.to(SubscriptionTopic.TASK_FOR_UNIT, receiver.endpoint(), "id-only")
                .setCriteria("https://samspar.example/fhir/SubscriptionTopic/everything");
        assertThat(api.as(Work.CLINIC)
                        .post("Subscription", unknown)
                        .refused(422)
                        .ruleCodes())
                .containsExactly("subscription-topic-known");
        for (String criteria :
                List.of("Task?owner=x", "ServiceRequest?track=x", "Task?track=", "Task?track=a&status=b", "track=x")) {
            Subscription filtered = Subscriptions.filtered(
                    Subscriptions.to(SubscriptionTopic.TASK_FOR_UNIT, receiver.endpoint(), "id-only"), criteria);
            assertThat(api.as(Work.CLINIC)
                            .post("Subscription", filtered)
                            .refused(422)
                            .ruleCodes())
                    .as(criteria)
                    .containsExactly("subscription-topic-known");
        }
    }

    @Test
    void aMessageIsToldToItsReceiver() {
        CarePlan aCase = work.open().entry(CarePlan.class);
        CarePlan other = work.open().entry(CarePlan.class);
        subscriptions.active(
                Work.HEALTH_CENTRE,
                Subscriptions.filtered(
                        Subscriptions.to(SubscriptionTopic.MESSAGE_RECEIVED, receiver.endpoint(), "id-only"),
                        "Communication?case=" + Work.path(aCase)));
        subscriptions.active(Work.REHABILITATION, SubscriptionTopic.MESSAGE_RECEIVED, others);
        work.send(other, Work.HEALTH_CENTRE);
        Communication message = work.send(aCase, Work.HEALTH_CENTRE);
        Communication theirs = work.send(aCase, Work.REHABILITATION);

        assertThat(receiver.next().focuses()).containsExactly(Work.path(message));
        assertThat(others.next().focuses()).containsExactly(Work.path(theirs));
    }

    @Test
    void aPassedDeadlineIsToldToBothUnitsAndAMissingReceiptToo() {
        subscriptions.active(Work.HEALTH_CENTRE, SubscriptionTopic.DEADLINE_PASSED, receiver);
        subscriptions.active(Work.HOME_SERVICE, SubscriptionTopic.ACKNOWLEDGEMENT_OVERDUE, others);
        Task item = work.task(work.submitted());
        CarePlan aCase = work.open().entry(CarePlan.class);
        Communication message = work.send(aCase, Work.HEALTH_CENTRE);
        Task receipt = api.as(Work.HEALTH_CENTRE)
                .get("Task?focus=" + Work.path(message))
                .entry(Task.class);
        pass(item);
        pass(receipt);

        assertThat(receiver.until(Work.path(receipt))) // deadlines of other tests may pass beside these
                .flatExtracting(Notification::focuses)
                .contains(Work.path(item), Work.path(receipt));
        assertThat(others.until(Work.path(receipt)))
                .noneSatisfy(told -> assertThat(told.focuses()).contains(Work.path(item)));
    }

    private void pass(Task task) {
        jdbc.update(
                "UPDATE work_item_deadline SET due = now() - interval '1 minute' WHERE task_id = ?",
                task.getIdElement().getIdPart());
        scheduled.stream()
                .flatMap(holder -> holder.getScheduledTasks().stream())
                .filter(watch -> watch.toString().contains("DeadlineWatch"))
                .findFirst()
                .orElseThrow()
                .getTask()
                .getRunnable()
                .run();
    }

    @Test
    void anAdmissionIsToldToThePartiesOfTheCase() {
        subscriptions.active(Work.HEALTH_CENTRE, SubscriptionTopic.CASE_ADMITTED, receiver);
        subscriptions.active("sus-neurologi", SubscriptionTopic.CASE_ADMITTED, others);
        CarePlan aCase = work.open().entry(CarePlan.class);
        api.as(Work.HOME_SERVICE)
                .post(Work.path(aCase) + "/$admit", parameters("reason", "Inlagd på medicinavdelning"))
                .expect(200);

        receiver.until(Work.path(aCase));
        assertThat(others.rest()).noneMatch(other -> other.type().equals("event-notification"));
    }

    @Test
    void aWithdrawnConsentIsToldToWhoeverHasMadeSureOfIt() {
        subscriptions.active(Work.HEALTH_CENTRE, SubscriptionTopic.CONSENT_WITHDRAWN, receiver);
        subscriptions.active(Work.REHABILITATION, SubscriptionTopic.CONSENT_WITHDRAWN, others);
        Consent consent = work.open().entry(Consent.class);
        work.verify(consent, Work.HEALTH_CENTRE);
        api.as(Work.HOME_SERVICE)
                .post(Work.path(consent) + "/$withdraw", parameters("reason", "Vill inte längre"))
                .expect(200);

        receiver.until(Work.path(consent));
        assertThat(others.rest()).noneMatch(other -> other.type().equals("event-notification"));
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        String id = subscriptions.active(Work.CLINIC, SubscriptionTopic.TASK_FOR_UNIT, receiver);
        var patient = TestPatients.next();
        var twice = DemoRequests.submit(DemoRequests.consultation(), patient);
        api.as(Work.HEALTH_CENTRE).post("ServiceRequest/$submit", twice).expect(200);
        assertThat(api.as(Work.HEALTH_CENTRE)
                        .post("ServiceRequest/$submit", twice)
                        .refused(422)
                        .ruleCodes())
                .contains("one-active-request");
        String next = work.submitted();

        receiver.until(Work.path(work.task(next)));
        assertThat(subscriptions
                        .status(Work.CLINIC, id)
                        .getParameter("events-since-subscription-start")
                        .getValue()
                        .primitiveValue())
                .isEqualTo("2");
    }

    @Test
    void theCodeSystemSaysWhatTheTopicsAre() {
        CodeSystem published =
                api.asNobody().get("CodeSystem/subscription-topic").expect(200).resource(CodeSystem.class);
        Map<String, List<String>> said = published.getConcept().stream()
                .collect(Collectors.toMap(concept -> concept.getCode(), concept -> concept.getProperty().stream()
                        .map(property -> property.getValue().primitiveValue())
                        .toList()));
        assertThat(said)
                .isEqualTo(Stream.of(SubscriptionTopic.values())
                        .collect(Collectors.toMap(
                                SubscriptionTopic::code, topic -> List.of(Terms.focus(topic), Terms.filter(topic)))));
    }

    private static Notification last(List<Notification> all) {
        return all.get(all.size() - 1);
    }
}
