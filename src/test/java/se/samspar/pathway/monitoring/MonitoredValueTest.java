package se.samspar.pathway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.OperationExamples;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.StartedPathways;

/** A value outside the limits that a plan sets for its patient is in the inbox of the unit until it has been seen (UPP-9). */
@SamsparTest
class MonitoredValueTest {

    @Autowired
    SamsparApi api;

    private List<TaskStatus> states(MonitoringFlow flow, Observation value) {
        return flow.tasks(value).stream().map(Task::getStatus).toList();
    }

    @Test
    void aPlanAsksForWhatItsPathwayAsksFor() {
        CarePlan plan = MonitoringFlow.started(api).plan();
        assertThat(MonitoringFlow.asked(plan)).singleElement().satisfies(asked -> {
            assertThat(asked.getExtensionByUrl("unit").getValue().primitiveValue())
                    .isEqualTo("Cel");
            assertThat(asked.getExtensionByUrl("high").getValue().primitiveValue())
                    .isEqualTo("38");
        });
        assertThat(plan.getActivity().stream().skip(1).flatMap(other -> other.getDetail().getExtension().stream()))
                .isEmpty();
    }

    @Test
    void aValueWithinTheLimitsIsKeptAndFoundByItsPlan() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation value = flow.sent(flow.temperature(38));
        assertThat(flow.tasks(value)).isEmpty();
        for (String search :
                List.of("based-on=" + flow.path(), "code=http://loinc.org%7C8310-5&subject=" + flow.patient())) {
            assertThat(api.as("vc-dalby")
                            .get("Observation?" + search)
                            .expect(200)
                            .entries(Observation.class))
                    .extracting(StartedPathways::path)
                    .containsExactly(StartedPathways.path(value));
        }
    }

    @Test
    void oneOutsideThemComesIntoTheInboxWithATimeByWhichItIsSeen() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation value = flow.fever();
        Task task = flow.tasks(value).get(0);
        assertThat(flow.tasks(value)).hasSize(1);
        assertThat(task.getStatus()).isEqualTo(TaskStatus.REQUESTED);
        assertThat(task.getPriority()).isEqualTo(TaskPriority.URGENT);
        assertThat(task.getCode().getCodingFirstRep().getCode()).isEqualTo("value-outside-limits");
        assertThat(task.getOwner().getReference()).isEqualTo("Organization/vc-dalby");
        assertThat(task.getFor().getReference()).isEqualTo(flow.patient());
        assertThat(task.getRestriction().getPeriod().getEnd()).isAfter(Date.from(Instant.now()));
        assertThat(api.as("vc-dalby")
                        .get("Task?owner=Organization/vc-dalby&code=value-outside-limits&status=requested&patient="
                                + flow.patient())
                        .expect(200)
                        .entries(Task.class))
                .hasSize(1);
    }

    @Test
    void limitsAreThePatientsOwn() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        flow.limit(39.5).expect(200);
        assertThat(flow.tasks(flow.fever())).isEmpty();
        flow.askForWeight(60, 80);
        assertThat(flow.tasks(flow.sent(flow.weight(59.9)))).hasSize(1);
        assertThat(flow.tasks(flow.sent(flow.weight(60)))).isEmpty();
        assertThat(flow.tasks(flow.sent(flow.weight(80)))).isEmpty();
        assertThat(flow.tasks(flow.sent(flow.weight(80.1)))).hasSize(1);
    }

    @Test
    void limitsMakeSense() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        CarePlan none = flow.read();
        MonitoringFlow.asked(none).get(0).getExtension().removeIf(part -> part.getUrl()
                .equals("high"));
        api.as("vc-dalby").put(flow.path(), none).refused(422);
        CarePlan crossed = flow.read();
        MonitoringFlow.asked(crossed).get(0).addExtension("low", new DecimalType(39));
        api.as("vc-dalby").put(flow.path(), crossed).refused(422);
    }

    @Test
    void itIsRaisedOnceHoweverOftenItIsSent() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation measured = flow.temperature(39.2);
        String number = flow.plan().getIdElement().getIdPart();
        measured.addIdentifier().setSystem("https://app.example/values").setValue(number);
        String once = "If-None-Exist: identifier=https://app.example/values|" + number;
        Observation first = api.as("vc-dalby")
                .post("Observation", measured, once, "Prefer: return=representation")
                .expect(201)
                .resource(Observation.class);
        api.as("vc-dalby").post("Observation", measured, once).expect(200);
        flow.put(flow.current(first)).expect(200);
        assertThat(states(flow, first)).containsExactly(TaskStatus.REQUESTED);
        flow.correct(first, 39.6).expect(200);
        assertThat(states(flow, first)).containsExactly(TaskStatus.REQUESTED);
    }

    @Test
    void whatTurnsOutToBeWithinTheLimitsOrAMistakeLeavesTheInbox() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation corrected = flow.fever();
        flow.correct(corrected, 37.2).expect(200);
        assertThat(states(flow, corrected)).containsExactly(TaskStatus.CANCELLED);
        assertThat(flow.tasks(corrected).get(0).getStatusReason().getText())
                .isEqualTo("Mätvärdet rättades till ett inom gränserna.");
        Observation mistaken = flow.fever();
        flow.takeBack(mistaken).expect(200);
        assertThat(states(flow, mistaken)).containsExactly(TaskStatus.CANCELLED);
        assertThat(flow.correct(mistaken, 39.9).refused(422).ruleCodes()).containsExactly("transition-not-allowed");
        flow.correct(corrected, 39.9).expect(200);
        assertThat(states(flow, corrected)).containsExactlyInAnyOrder(TaskStatus.CANCELLED, TaskStatus.REQUESTED);
    }

    @Test
    void eachUnitWhoseLimitsItIsOutsideHasItInItsInbox() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        flow.askedByToo("sus-ortopedi", 39.5);
        assertThat(waitingFor(flow, flow.sent(flow.temperature(39.2)))).containsExactly("Organization/vc-dalby");
        Observation higher = flow.sent(flow.temperature(40));
        assertThat(waitingFor(flow, higher))
                .containsExactlyInAnyOrder("Organization/vc-dalby", "Organization/sus-ortopedi");

        flow.correct(higher, 39.2).expect(200);
        assertThat(waitingFor(flow, higher)).containsExactly("Organization/vc-dalby");
        flow.acknowledge("vc-dalby", higher).expect(200);
        assertThat(waitingFor(flow, higher)).isEmpty();
    }

    @Test
    void thePhaseThatHasEndedAsksNoMoreWhereALaterOneDoes() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        StartedPathways.move(api, "vc-dalby", flow.plan(), "follow-up").expect(200);
        assertThat(waitingFor(flow, flow.fever()))
                .as("nobody else asks for it")
                .containsExactly("Organization/vc-dalby");
        flow.askedByToo("sus-ortopedi", 39.5);
        assertThat(waitingFor(flow, flow.fever())).isEmpty();
        assertThat(waitingFor(flow, flow.sent(flow.temperature(40)))).containsExactly("Organization/sus-ortopedi");
    }

    private static List<String> waitingFor(MonitoringFlow flow, Observation value) {
        return flow.tasks(value).stream()
                .filter(task -> task.getStatus() == TaskStatus.REQUESTED)
                .map(task -> task.getOwner().getReference())
                .toList();
    }

    @Test
    void theUnitAcknowledgesIt() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation value = flow.fever();
        Task done = flow.acknowledge("vc-dalby", value).expect(200).resource(Task.class);
        assertThat(done.getStatus()).isEqualTo(TaskStatus.COMPLETED);
        assertThat(flow.acknowledge("vc-dalby", value).refused(422).ruleCodes())
                .containsExactly("transition-not-allowed");
        flow.correct(value, 37).expect(200);
        assertThat(states(flow, value)).containsExactly(TaskStatus.COMPLETED);
        flow.correct(value, 40).expect(200);
        assertThat(states(flow, value)).containsExactlyInAnyOrder(TaskStatus.COMPLETED, TaskStatus.REQUESTED);
        flow.acknowledge("vc-dalby", value).expect(200);
        assertThat(states(flow, value)).containsOnly(TaskStatus.COMPLETED);
    }

    @Test
    void repeatedWithItsKeyItIsAcknowledgedOnceAndOnTheVersionThatWasRead() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation value = flow.fever();
        flow.acknowledge("vc-dalby", value, "If-Match: W/\"7\"").refused(412);
        String key = "Idempotency-Key: " + value.getIdElement().getIdPart();
        flow.acknowledge("vc-dalby", value, key, "If-Match: W/\"1\"").expect(200);
        flow.acknowledge("vc-dalby", value, key, "If-Match: W/\"1\"").expect(200);
    }

    @Test
    void theExampleOfTheOperationIsTaken() {
        Observation value = MonitoringFlow.started(api).fever();
        String example = OperationExamples.of("Observation"::equals).get("Observation/$acknowledge");
        api.as("vc-dalby")
                .post(StartedPathways.path(value) + "/$acknowledge", OperationExamples.read(example))
                .expect(200);
    }

    @Test
    void whatIsWithinTheLimitsIsNotForAcknowledging() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        flow.acknowledge("vc-dalby", flow.sent(flow.temperature(37))).refused(403);
    }

    @Test
    void byPlainRestNotesAreAddedToTheWorkItem() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Task task = flow.tasks(flow.fever()).get(0);
        String path = StartedPathways.path(task);
        task.addNote().setText("Patienten uppringd");
        api.as("vc-dalby").put(path, task).expect(200);
        Task moved = api.as("vc-dalby").read(Task.class, task.getIdElement().getIdPart());
        assertThat(api.as("vc-dalby")
                        .put(path, moved.setStatus(TaskStatus.COMPLETED))
                        .refused(422)
                        .ruleCodes())
                .containsExactly("transition-not-allowed");
    }
}
