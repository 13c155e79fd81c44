package se.samspar.track;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.springframework.stereotype.Component;
import se.samspar.store.Justification;
import se.samspar.track.state.TaskEvent;

/** The receiver decides about a request. */
@Component
class TriageService {

    private final Steps steps;
    private final InboxTasks tasks;
    private final Meetings meetings;
    private final CareCommitments commitments;
    private final Forwarding forwarding;
    private final Plans plans;
    private final Clock clock;

    TriageService(
            Steps steps,
            InboxTasks tasks,
            Meetings meetings,
            CareCommitments commitments,
            Forwarding forwarding,
            Plans plans,
            Clock clock) {
        this.steps = steps;
        this.tasks = tasks;
        this.meetings = meetings;
        this.commitments = commitments;
        this.forwarding = forwarding;
        this.plans = plans;
        this.clock = clock;
    }

    /** The work items that the decision concerns, and the appointment where one is booked. */
    List<Resource> triage(ServiceRequest request, Decision decision, List<Justification> justifications) {
        Step step = steps.begin(request, decision.event(), justifications);
        step.because(decision.reason());
        if (decision.event() != TaskEvent.FORWARD) { // whose priority is that of the next receiver's work item
            decision.priority().ifPresent(priority -> tasks.setPriority(step.task(), request, priority));
        }
        List<Resource> answer = new ArrayList<>(List.of(step.task()));
        if (step.isAllowed()) {
            answer.addAll(follow(step, decision));
        }
        steps.finish(step);
        return answer;
    }

    private List<? extends Resource> follow(Step step, Decision decision) {
        return switch (decision.event()) {
            case ACCEPT -> accept(step, decision);
            case REQUEST_SUPPLEMENT -> {
                tasks.withdrawSupplements(step.task(), "Frågan är ersatt av en ny");
                yield List.of(tasks.askForSupplement(step.request(), step.task(), decision.reason()));
            }
            case FORWARD -> {
                tasks.withdrawSupplements(step.task(), "Remissen är vidarebefordrad");
                yield forwarding.forward(step, decision).stream().toList();
            }
            case ABORT -> {
                plans.undo(step, decision.reason(), "Remissen är makulerad");
                yield List.of();
            }
            default -> {
                tasks.withdrawSupplements(step.task(), "Remissen är avvisad");
                yield List.of();
            }
        };
    }

    private List<Resource> accept(Step step, Decision decision) {
        tasks.withdrawSupplements(step.task(), "Remissen är accepterad utan komplettering");
        Optional<MeetingTime> planned = meetings.planned(decision);
        Instant from = planned.map(MeetingTime::start)
                .or(() -> meetings.last(step.request()))
                .orElseGet(clock::instant);
        tasks.setDeadline(step.task(), step.request(), from);
        commitments.open(step.request(), step.task());
        return planned.<List<Resource>>map(time -> List.of(meetings.book(step.request(), step.task(), time)))
                .orElseGet(List::of);
    }
}
