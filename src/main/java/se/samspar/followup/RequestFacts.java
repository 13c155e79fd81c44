package se.samspar.followup;

import static java.util.function.Predicate.not;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.CareLevels;
import se.samspar.fhir.Communications;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.WorkItems;
import se.samspar.fhir.generated.AnswerKind;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Indicator;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.fhir.generated.TriageDecision;
import se.samspar.store.StoredRecord;

/** What counts of a request: from it, its work items, its answers and its meetings. */
final class RequestFacts implements FactSource {

    private static final Set<TaskStatus> UNTOUCHED = EnumSet.of(TaskStatus.REQUESTED, TaskStatus.RECEIVED);

    private static final Set<AppointmentStatus> MEETS =
            EnumSet.of(AppointmentStatus.BOOKED, AppointmentStatus.ARRIVED, AppointmentStatus.FULFILLED);

    private static final Set<ConsultationOutcome> STAYS = EnumSet.of(
            ConsultationOutcome.CONTINUE_IN_PRIMARY_CARE,
            ConsultationOutcome.BACK_TO_PRIMARY_CARE,
            ConsultationOutcome.NO_FURTHER_NEED);

    private final StoredRecord record;

    RequestFacts(StoredRecord record) {
        this.record = record;
    }

    @Override
    public String type() {
        return "ServiceRequest";
    }

    @Override
    public Stream<String> of(Resource resource) {
        Stream<Reference> requests = Stream.empty();
        if (resource instanceof ServiceRequest) {
            requests = Stream.of(new Reference(resource.getIdElement().toUnqualifiedVersionless()));
        } else if (resource instanceof Task task) {
            requests = Stream.of(task.getFocus());
        } else if (Communications.isAnswer(resource)) {
            requests = ((Communication) resource).getBasedOn().stream();
        } else if (resource instanceof Appointment meeting) {
            requests = meeting.getBasedOn().stream();
        }
        return requests.map(Reference::getReferenceElement)
                .filter(id -> type().equals(id.getResourceType()))
                .map(id -> id.toUnqualifiedVersionless().getValue());
    }

    @Override
    public List<Fact> facts(String source) {
        List<Resource> all = record.withReferrers(source, "Task.focus", "Communication.basedOn", "Appointment.basedOn");
        Optional<ServiceRequest> request = of(ServiceRequest.class, all)
                .filter(found -> found.getStatus() != ServiceRequestStatus.ENTEREDINERROR)
                .findFirst();
        List<Task> workItems = of(Task.class, all)
                .filter(task -> task.getStatus() != TaskStatus.ENTEREDINERROR)
                .toList();
        return request.flatMap(found -> WorkItems.receivers(found, workItems)
                        .map(receivers -> facts(source, found, receivers, workItems, all)))
                .orElse(List.of());
    }

    private List<Fact> facts(
            String source, ServiceRequest request, Task receivers, List<Task> workItems, List<Resource> all) {
        Instant sent = request.getAuthoredOn().toInstant();
        FactMaker maker = new FactMaker(
                source,
                Optional.of(request.getSubject()),
                Person.of(request.getSubject(), sent, record),
                FactMaker.ids(workItems.stream().flatMap(task -> Stream.of(task.getRequester(), task.getOwner()))),
                code(request.getCategoryFirstRep().getCoding()),
                code(request.getPerformerType().getCoding()),
                Optional.empty());
        Optional<Communication> answer = finalAnswer(all);
        List<Fact> facts = new ArrayList<>();
        facts.add(maker.count(
                Indicator.REQUESTS,
                sent,
                receivers.getRequester(),
                answer.map(found -> Communications.outcome(found).map(ConsultationOutcome::code))
                        .orElseGet(() -> decisionThatEnded(receivers))));
        answer.ifPresent(found -> addAnswer(facts, maker, sent, receivers, found));
        firstDecision(workItems)
                .ifPresent(decided -> facts.add(maker.time(
                        Indicator.TIME_TO_TRIAGE,
                        sent,
                        decided.getLastModified().toInstant(),
                        decided.getOwner())));
        firstMeeting(all)
                .ifPresent(begins ->
                        facts.add(maker.time(Indicator.TIME_TO_FIRST_CONTACT, sent, begins, receivers.getOwner())));
        due(receivers)
                .ifPresent(due -> facts.add(maker.share(
                        Indicator.OVERDUE,
                        due,
                        receivers.getOwner(),
                        done(receivers, answer).filter(not(due::isBefore)).isEmpty())));
        return facts;
    }

    private void addAnswer(List<Fact> facts, FactMaker maker, Instant sent, Task receivers, Communication answer) {
        Instant answered = answer.getSent().toInstant();
        facts.add(maker.time(Indicator.TIME_TO_FINAL_ANSWER, sent, answered, receivers.getOwner()));
        due(receivers)
                .ifPresent(due -> facts.add(maker.share(
                        Indicator.ANSWERED_IN_TIME, answered, receivers.getOwner(), !due.isBefore(answered))));
        Optional<ConsultationOutcome> outcome = Communications.outcome(answer);
        if (outcome.isPresent() && wasPrimaryCare(receivers.getRequester(), sent)) {
            boolean stays = STAYS.contains(outcome.get()) && !WorkItems.goesOn(receivers);
            facts.add(maker.share(Indicator.ENDED_IN_PRIMARY_CARE, answered, receivers.getRequester(), stays));
        }
    }

    private static Optional<Communication> finalAnswer(List<Resource> all) {
        return of(Communication.class, all)
                .filter(answer -> answer.getStatus() != CommunicationStatus.ENTEREDINERROR && answer.hasSent())
                .filter(answer -> answer.getCategory().stream().anyMatch(AnswerKind.FINAL::isIn))
                .min(Comparator.comparing(Communication::getSent));
    }

    private static Optional<String> decisionThatEnded(Task receivers) {
        return Stream.of(TriageDecision.DECLINE, TriageDecision.ABORT)
                .filter(decision -> decision.isIn(receivers.getBusinessStatus()))
                .map(TriageDecision::code)
                .findFirst();
    }

    /** The work item of the first receiver as it was after the first decision, whatever has become of it since. */
    private Optional<Task> firstDecision(List<Task> workItems) {
        boolean asked = workItems.stream().anyMatch(WorkItems::asksForSupplement);
        return workItems.stream()
                .filter(not(WorkItems::asksForSupplement))
                .min(Comparator.comparing(Task::getAuthoredOn))
                .filter(first -> asked || !UNTOUCHED.contains(first.getStatus()))
                .flatMap(first -> record.history(ResourcePath.of(first)).stream()
                        .map(Task.class::cast)
                        .filter(RequestFacts::isDecided)
                        .findFirst());
    }

    private static boolean isDecided(Task task) {
        return WorkItems.isTakenOn(task)
                || task.getStatus() == TaskStatus.REJECTED
                || TriageDecision.ABORT.isIn(task.getBusinessStatus())
                || TaskBusinessStatus.AWAITING_INFORMATION.isIn(task.getBusinessStatus());
    }

    private static Optional<Instant> firstMeeting(List<Resource> all) {
        return of(Appointment.class, all)
                .filter(meeting -> MEETS.contains(meeting.getStatus()) && meeting.hasStart())
                .map(meeting -> meeting.getStart().toInstant())
                .min(Comparator.naturalOrder());
    }

    private static Optional<Instant> due(Task task) {
        return Optional.ofNullable(task.getRestriction().getPeriod().getEnd()).map(date -> date.toInstant());
    }

    /** When what was due was done; empty while it is not. */
    private static Optional<Instant> done(Task receivers, Optional<Communication> answer) {
        if (UNTOUCHED.contains(receivers.getStatus()) || WorkItems.isAccepted(receivers)) {
            return Optional.empty();
        }
        return Optional.of(answer.map(Communication::getSent).orElseGet(receivers::getLastModified))
                .map(date -> date.toInstant());
    }

    /** Did it stand there in the care chain when it asked? */
    private boolean wasPrimaryCare(Reference unit, Instant then) {
        return record.asOf(ResourcePath.of(unit), then)
                .map(Organization.class::cast)
                .flatMap(CareLevels::of)
                .filter(CareLevel.PRIMARY_CARE::equals)
                .isPresent();
    }

    private static Optional<String> code(List<Coding> codings) {
        return codings.stream()
                .filter(coding -> CodeSystems.TRACK.equals(coding.getSystem())
                        || CodeSystems.HSA_VERKSAMHETSKOD.equals(coding.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    private static <T extends Resource> Stream<T> of(Class<T> type, List<Resource> all) {
        return all.stream().filter(type::isInstance).map(type::cast);
    }
}
