package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.store.Background;
import se.samspar.store.ResourceStore;
import se.samspar.support.DemoRequests;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;

/** Whom an overdue work item goes to, and when to nobody. */
@SamsparTest
class EscalationTest {

    @Autowired
    SamsparApi api;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Escalation escalation;

    @Autowired
    ResourceStore store;

    @Autowired
    Clock clock;

    @Test
    void whileNobodyIsOnDutyItWaitsAndThenGoesToWhoeverIs() {
        TestClinic clinic = new TestClinic(api);
        clinic.offers(Track.SUBAKUT_KONSULT);
        String coordination = clinic.offers(Track.AKUT_BAKJOUR);
        Task task = submitted(clinic.reference());
        look(task, 1);
        assertThat(read(task).hasExtension(Extensions.ASSIGNED_TO)).isFalse();
        look(task, 60);
        assertThat(read(task).hasExtension(Extensions.ASSIGNED_TO)).isFalse();

        String coordinator = clinic.onDuty(coordination, "koordinator");
        look(task, 120);

        assertThat(assignedTo(task)).isEqualTo(coordinator);
        assertThat(read(task).getNote()).hasSize(1);
        look(task, 180);
        assertThat(read(task).getNote()).hasSize(1);
    }

    @Test
    void whatIsAnsweredMeanwhileWaitsForNobody() {
        TestClinic clinic = new TestClinic(api);
        clinic.offers(Track.SUBAKUT_KONSULT);
        String coordination = clinic.offers(Track.AKUT_BAKJOUR);
        Task task = submitted(clinic.reference());
        look(task, 1);
        api.as("vc-dalby")
                .post(task.getFocus().getReference() + "/$cancel", DemoRequests.parameters("reason", "Löst"))
                .expect(200);

        clinic.onDuty(coordination, "koordinator");
        look(task, 60);

        assertThat(read(task).hasExtension(Extensions.ASSIGNED_TO)).isFalse();
    }

    @Test
    void whatWaitsForTheRequesterIsNotEscalatedUntilItHasAnswered() {
        Task task = submitted("Organization/sus-ortopedi");
        String request = task.getFocus().getReference();
        api.as("sus-ortopedi")
                .post(
                        request + "/$triage",
                        DemoRequests.parameters("decision", new CodeType("request-supplement"), "reason", "Röntgen?"))
                .expect(200);
        jdbc.update( // as if it had been sent a day before
                "UPDATE work_item_deadline SET due = due - interval '1 day' WHERE task_id = ?",
                task.getIdElement().getIdPart());
        assertThat(look(task, 1)).as("It shows that it is overdue").hasSize(1);
        assertThat(read(task).hasExtension(Extensions.ASSIGNED_TO)).isFalse();

        api.as("vc-dalby")
                .post(request + "/$supplement", DemoRequests.parameters("note", "Ingen fraktur."))
                .expect(200);
        look(read(task), 1);
        assertThat(assignedTo(task)).startsWith("PractitionerRole/sus-ortopedi-bakjour-");
    }

    /** Where a roster overlaps, such as when one takes over from another, it is the same one for everybody. */
    @Test
    void ofTwoOnDutyTheOneWithTheFirstIdIsMeant() {
        TestClinic clinic = new TestClinic(api);
        clinic.offers(Track.SUBAKUT_KONSULT);
        String coordination = clinic.offers(Track.AKUT_BAKJOUR);
        clinic.onDuty(coordination, "b");
        String first = clinic.onDuty(coordination, "a");
        Task task = submitted(clinic.reference());

        look(task, 1);

        assertThat(assignedTo(task)).isEqualTo(first);
        Parameters found = api.as("vc-dalby")
                .get("HealthcareService/$find-tracks?track=akut-bakjour")
                .expect(200)
                .resource(Parameters.class);
        assertThat(found.getParameter())
                .filteredOn(match -> ((Reference) match.getPart().get(0).getValue())
                        .getReference()
                        .equals(coordination))
                .singleElement()
                .satisfies(match -> assertThat(match.getPart())
                        .filteredOn(part -> part.getName().equals("contact"))
                        .extracting(part -> ((ContactPoint) part.getValue()).getValue())
                        .containsExactly("a"));
    }

    /** What is told. */
    private List<Object> look(Task task, int secondsOverdue) {
        Instant due = task.getRestriction().getPeriod().getEnd().toInstant();
        OwnDeadlines own = new OwnDeadlines(jdbc, task.getIdElement().getIdPart());
        List<Object> told = new ArrayList<>();
        new DeadlineWatch(own, escalation, store, told::add, new Background(), clock)
                .look(due.plusSeconds(secondsOverdue));
        return told;
    }

    /** A consultation on demand, which the on-call coordinator takes over. */
    private Task submitted(String receiver) {
        ServiceRequest request = TrackRequests.onDemand();
        request.getPerformerFirstRep().setReference(receiver);
        request.setPerformerType(null);
        Parameters parameters = DemoRequests.parameters("request", request, "patient", TestPatients.next());
        UnitClient healthCentre = api.as("vc-dalby");
        return healthCentre
                .post("ServiceRequest/$submit", DemoRequests.justified(parameters, "receiver-open"))
                .expect(200)
                .entry(Task.class);
    }

    private Task read(Task task) {
        return api.as("vc-dalby").read(Task.class, task.getIdElement().getIdPart());
    }

    private String assignedTo(Task task) {
        return ((Reference) read(task).getExtensionByUrl(Extensions.ASSIGNED_TO).getValue()).getReference();
    }
}
