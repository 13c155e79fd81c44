package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.Background;
import se.samspar.store.ResourceStore;
import se.samspar.support.DemoRequests;
import se.samspar.support.InParallel;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.TestPatients;
import se.samspar.support.UnitClient;
import se.samspar.track.DeadlineTable.Due;

/** What nobody deals with in time shows, is told once, and goes to whoever is on duty. */
@SamsparTest
class DeadlineWatchTest {

    @Autowired
    SamsparApi api;

    @Autowired
    DeadlineTable deadlines;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Escalation escalation;

    @Autowired
    ResourceStore store;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    private UnitClient clinic;

    @BeforeEach
    void asTheClinic() {
        clinic = api.as("sus-ortopedi");
    }

    @Test
    void aDeadlineThatHasNotPassedIsLeftAlone() {
        Task task = submitted(TrackRequests.onCall());
        assertThat(deadlines.note(id(task), due(task).minusSeconds(1))).isEmpty();
        assertThat(deadlines.note(id(task), due(task).plusSeconds(1)))
                .contains(new DeadlinePassed(
                        id(task), task.getFocus().getReferenceElement().getIdPart(), due(task)));
    }

    @Test
    void ofManyWhoLookOneNotesIt() throws Exception {
        Task task = submitted(TrackRequests.onCall());
        Instant later = due(task).plusSeconds(1);
        List<Boolean> noted =
                InParallel.run(4, () -> deadlines.note(id(task), later).isPresent());
        assertThat(noted).containsExactlyInAnyOrder(true, false, false, false);
    }

    @Test
    void anUnansweredConsultationGoesToTheCoordinatorOnDutyAndStaysTheUnits() {
        Task task = submitted(TrackRequests.onDemand());
        watchOf(task).look(due(task).plusSeconds(1));
        Task escalated = clinic.read(Task.class, id(task));
        assertThat(((Reference) escalated
                                .getExtensionByUrl(Extensions.ASSIGNED_TO)
                                .getValue())
                        .getReference())
                .startsWith("PractitionerRole/sus-ortopedi-bakjour-");
        assertThat(escalated.getOwner().getReference()).isEqualTo("Organization/sus-ortopedi");
        assertThat(escalated.getNoteFirstRep().getText()).contains("Akut bakjourskoordinator");
        assertThat(escalated.getRestriction().getPeriod().getEnd().toInstant()).isEqualTo(due(task));

        watchOf(task).look(due(task).plusSeconds(60));
        assertThat(clinic.read(Task.class, id(task)).getMeta().getVersionId())
                .isEqualTo(escalated.getMeta().getVersionId());
    }

    @Test
    void aPassedDeadlineIsToldOnceInTheTransactionThatNotesIt() {
        Task task = submitted(TrackRequests.onDemand());
        Map<Object, Boolean> told = new LinkedHashMap<>();
        List<Object> times = new ArrayList<>();
        DeadlineWatch watch = watch(new OwnDeadlines(jdbc, id(task)), event -> {
            times.add(event);
            told.put(event, TransactionSynchronizationManager.isActualTransactionActive());
        });

        watch.look(due(task).plusSeconds(1));
        watch.look(due(task).plusSeconds(60));

        String request = task.getFocus().getReferenceElement().getIdPart();
        assertThat(times).containsExactly(new DeadlinePassed(id(task), request, due(task)));
        assertThat(told).containsValue(true).doesNotContainValue(false);
    }

    @Test
    void whatCannotBeToldIsNeitherNotedNorHandedOverAndIsTriedAgain() {
        Task task = submitted(TrackRequests.onDemand());
        Instant later = due(task).plusSeconds(1);
        watch(new OwnDeadlines(jdbc, id(task)), event -> {
                    throw new IllegalStateException("The listener fails");
                })
                .look(later);
        assertThat(clinic.read(Task.class, id(task)).hasExtension(Extensions.ASSIGNED_TO))
                .isFalse();

        List<Object> told = new ArrayList<>();
        watch(new OwnDeadlines(jdbc, id(task)), told::add).look(later);
        assertThat(told).hasSize(1);
        assertThat(clinic.read(Task.class, id(task)).hasExtension(Extensions.ASSIGNED_TO))
                .isTrue();
    }

    @Test
    void oneThatAlwaysFailsKeepsNoOtherWaiting() {
        List<Task> tasks = Stream.generate(TrackRequests::onCall)
                .limit(2)
                .map(this::submitted)
                .sorted(Comparator.comparing(DeadlineWatchTest::due).thenComparing(DeadlineWatchTest::id))
                .toList();
        List<Object> told = new ArrayList<>();
        OwnDeadlines failing = new OwnDeadlines(jdbc, id(tasks.get(0)), id(tasks.get(1))) {
            @Override
            Optional<DeadlinePassed> note(String taskId, Instant now) {
                if (taskId.equals(id(tasks.get(0)))) {
                    throw new IllegalStateException("The first cannot be dealt with");
                }
                return super.note(taskId, now);
            }
        };

        watch(failing, told::add).look(due(tasks.get(1)).plusSeconds(1));

        assertThat(told).extracting(event -> ((DeadlinePassed) event).taskId()).containsExactly(id(tasks.get(1)));
    }

    @Test
    void thoseThatAreDueAreFoundPageByPage() {
        Task task = submitted(TrackRequests.onCall());
        Instant later = due(task).plusSeconds(1);
        List<Due> all = deadlines.passed(later, Due.NONE, Integer.MAX_VALUE);
        Due own = new Due(due(task), id(task));
        assertThat(all)
                .contains(own)
                .isSortedAccordingTo(Comparator.comparing(Due::due).thenComparing(Due::taskId));
        assertThat(deadlines.passed(later, own, Integer.MAX_VALUE)).doesNotContain(own);
        assertThat(deadlines.passed(later, Due.NONE, 1)).hasSize(1);
    }

    @Test
    void whereTheTrackSaysNothingNobodyTakesOver() {
        Task task = submitted(TrackRequests.onCall());
        watchOf(task).look(due(task).plusSeconds(1));
        assertThat(clinic.read(Task.class, id(task)).hasExtension(Extensions.ASSIGNED_TO))
                .isFalse();
    }

    @Test
    void whatIsAnsweredIsNotOverdue() {
        Task task = submitted(TrackRequests.onCall());
        String request = task.getFocus().getReference();
        clinic.post(request + "/$triage", DemoRequests.parameters("decision", new CodeType("decline"), "reason", "Fel"))
                .expect(200);
        assertThat(deadlines.note(id(task), due(task).plusSeconds(1))).isEmpty();
    }

    @Test
    void whatIsOverdueIsFoundBySearchMostOverdueFirst() {
        Task task = submitted(TrackRequests.onCall());
        String later = due(task).plusSeconds(1).toString();
        List<Task> overdue = clinic.get("Task?owner=Organization/sus-ortopedi&status=requested,received,accepted"
                        + "&track=akut-bakjour&due=lt" + later + "&_sort=due&_count=1000")
                .expect(200)
                .entries(Task.class);
        assertThat(overdue).extracting(DeadlineWatchTest::id).contains(id(task));
        assertThat(overdue).extracting(DeadlineWatchTest::due).isSorted();
    }

    @Test
    void theWorkOfOnePersonIsFoundBySearch() {
        Task task = submitted(TrackRequests.onCall());
        String request = task.getFocus().getReference();
        clinic.post(
                        request + "/$reassign",
                        DemoRequests.parameters("to", new Reference("PractitionerRole/sus-ortopedi-lakare-1")))
                .expect(200);
        assertThat(clinic.get("Task?assigned-to=PractitionerRole/sus-ortopedi-lakare-1&_count=1000")
                        .expect(200)
                        .entries(Task.class))
                .extracting(DeadlineWatchTest::id)
                .contains(id(task));
    }

    /** The watch, of this work item alone. */
    private DeadlineWatch watchOf(Task task) {
        return watch(new OwnDeadlines(jdbc, id(task)), events);
    }

    private DeadlineWatch watch(DeadlineTable table, ApplicationEventPublisher publisher) {
        return new DeadlineWatch(table, escalation, store, publisher, new Background(), clock);
    }

    private Task submitted(ServiceRequest request) {
        var parameters = DemoRequests.parameters("request", request, "patient", TestPatients.next());
        DemoRequests.justified(parameters, "receiver-open");
        return api.as("vc-dalby")
                .post("ServiceRequest/$submit", parameters)
                .expect(200)
                .entry(Task.class);
    }

    private static String id(Task task) {
        return task.getIdElement().getIdPart();
    }

    private static Instant due(Task task) {
        return task.getRestriction().getPeriod().getEnd().toInstant();
    }
}
