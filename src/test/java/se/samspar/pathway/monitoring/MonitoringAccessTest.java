package se.samspar.pathway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samspar.support.StartedPathways.path;

import java.util.List;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.fhir.generated.Extensions;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.SharedCare;
import se.samspar.support.StartedPathways;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Values are seen and sent by the units of the plan that asks for them, read by the person, and by nobody else. */
@SamsparTest
class MonitoringAccessTest {

    /** Had the request that the plan came from, so it may do something by the plan. */
    private static final String CLINIC = "sus-ortopedi";

    @Autowired
    SamsparApi api;

    private List<Observation> found(String unit, MonitoringFlow flow) {
        return api.as(unit)
                .get("Observation?patient=" + flow.patient())
                .expect(200)
                .entries(Observation.class);
    }

    @Test
    void whoTakesNoPartInThePlanDoesNotSeeThem() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation value = flow.fever();
        String task = path(flow.tasks(value).get(0));
        for (String unit : List.of("vc-limhamn", CLINIC)) {
            UnitClient foreign = api.as(unit);
            foreign.get(path(value)).refused(404);
            foreign.get(path(value) + "/_history").refused(404);
            foreign.get(task).refused(404);
            foreign.put(path(value), value).refused(404);
            flow.acknowledge(unit, value).refused(404);
            assertThat(found(unit, flow)).isEmpty();
            assertThat(flow.tasks(unit, value)).isEmpty();
            assertThat(foreign.get("Observation?based-on=%s&_summary=count".formatted(flow.path()))
                            .expect(200)
                            .resource(Bundle.class)
                            .getTotal())
                    .isZero();
            Observation ofNoPlan = flow.temperature(39);
            ofNoPlan.setBasedOn(List.of(new Reference("CarePlan/finns-inte")));
            assertThat(foreign.post("Observation", flow.temperature(39))
                            .refused(403)
                            .body())
                    .isEqualTo(
                            foreign.post("Observation", ofNoPlan).refused(403).body());
        }
    }

    @Test
    void whoDoesTheActivitySeesThemSendsThemAndHasThemInTheInbox() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation early = flow.sent(flow.temperature(37));
        flow.doneBy(CLINIC);
        assertThat(found(CLINIC, flow)).hasSize(1);
        Observation value = flow.temperature(39.2);
        value.setPerformer(List.of(new Reference("PractitionerRole/sus-ortopedi-lakare-1")));
        Observation sent = api.as(CLINIC)
                .post("Observation", value, "Prefer: return=representation")
                .expect(201)
                .resource(Observation.class);
        Task ofClinic = flow.tasks(CLINIC, sent).get(0);
        assertThat(ofClinic.getOwner().getReference()).isEqualTo("Organization/" + CLINIC);
        api.as("vc-dalby").get(path(sent)).expect(200);
        flow.acknowledge("vc-dalby", sent).refused(403);
        assertThat(flow.acknowledge(CLINIC, sent)
                        .expect(200)
                        .resource(Task.class)
                        .getStatus())
                .isEqualTo(TaskStatus.COMPLETED);

        Observation open = api.as(CLINIC)
                .post("Observation", value, "Prefer: return=representation")
                .expect(201)
                .resource(Observation.class);
        flow.doneBy("vc-dalby");
        api.as(CLINIC).get(path(early)).refused(404);
        api.as(CLINIC).get(path(sent)).refused(404);
        api.as(CLINIC).get(path(open)).refused(404);
        assertThat(flow.tasks(open))
                .as("what waited there waits at whoever does it now")
                .extracting(task -> task.getOwner().getReference())
                .containsExactly("Organization/vc-dalby");
        assertThat(flow.tasks(CLINIC, open)).isEmpty();
        String inbox = "Task?owner=Organization/vc-dalby&code=value-outside-limits&status=requested&_sort=due&patient=";
        assertThat(api.as("vc-dalby").get(inbox + flow.patient()).expect(200).entries(Task.class))
                .extracting(task -> task.getFocus().getReference())
                .containsExactly(path(open));
        flow.acknowledge("vc-dalby", open).expect(200);
        assertThat(api.as("vc-dalby").get(inbox + flow.patient()).expect(200).entries(Task.class))
                .isEmpty();
    }

    @Test
    void whatWaitsOfAPlanThatWasAMistakeIsCancelled() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation value = flow.fever();
        CarePlan plan = flow.read().setStatus(CarePlanStatus.ENTEREDINERROR);
        plan.addExtension(new Extension(Extensions.LEAVE_REASON, new StringType("Fel patient")));
        api.as("vc-dalby").put(flow.path(), plan).expect(200);
        assertThat(flow.tasks(value)).extracting(Task::getStatus).containsExactly(TaskStatus.CANCELLED);
    }

    @Test
    void whoMeasuredIsThePersonOrOfTheUnitThatSendsIt() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        for (String other : List.of("Organization/sus-ortopedi", "PractitionerRole/sus-ortopedi-lakare-1")) {
            Observation value = flow.temperature(37);
            value.setPerformer(List.of(new Reference(other)));
            flow.send(value).refused(403);
        }
        flow.doneBy(CLINIC);
        Observation own = flow.temperature(37);
        own.setPerformer(List.of(new Reference("Organization/vc-dalby")));
        Observation sent = flow.sent(own);
        sent.getValueQuantity().setValue(36);
        api.as(CLINIC).put(path(sent), sent).refused(403);
        sent.setPerformer(List.of(new Reference("Organization/" + CLINIC)));
        api.as(CLINIC).put(path(sent), sent).refused(422);
    }

    @Test
    void whatIsBlockedIsWithheldFromOthersOfThePlan() {
        SharedCare care = SharedCare.of(api, TestPatients.next());
        CarePlan plan = StartedPathways.start(
                        api,
                        "vc-dalby",
                        new Reference(care.patient()),
                        "treatment",
                        "basedOn",
                        new Reference(care.request()))
                .expect(200)
                .resource(CarePlan.class);
        MonitoringFlow flow = new MonitoringFlow(api, plan);
        Observation value = flow.fever();
        care.blocked("vc-dalby", "vc-dalby");
        api.as("vc-dalby").get(path(value)).expect(200);
        api.as("sus-akut-internmedicin").get(path(value)).refused(404);
    }

    @Test
    void aPersonReadsTheOwnAndWritesNone() {
        MonitoringFlow flow = MonitoringFlow.started(api);
        Observation value = flow.fever();
        Observation mistaken = flow.sent(flow.temperature(41));
        flow.takeBack(mistaken).expect(200);
        MonitoringFlow others = MonitoringFlow.started(api);
        Observation another = others.fever();

        UnitClient person = api.asPatient(new IdType(flow.patient()).getIdPart(), "patient/*.rs");
        person.get(path(value)).expect(200);
        person.get(path(mistaken)).refused(404);
        person.get(path(another)).refused(404);
        assertThat(person.get("Observation?code=8310-5&based-on=" + flow.path())
                        .expect(200)
                        .entries(Observation.class))
                .extracting(StartedPathways::path)
                .containsExactly(path(value));
        assertThat(person.get("Observation").expect(200).entries(Observation.class))
                .hasSize(1);
        person.get("Observation?performer=Organization/vc-dalby").refused(400);
        person.post("Observation", flow.temperature(37)).refused(403);
        person.put(path(value), value).refused(403);
        person.post(path(value) + "/$acknowledge", new Parameters()).refused(403);
        api.asPatient(new IdType(flow.patient()).getIdPart(), "patient/CarePlan.rs")
                .get(path(value))
                .refused(403);
    }
}
