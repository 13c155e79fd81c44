package se.samspar.track;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Communication.CommunicationStatus;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.attachment.Attachments;
import se.samspar.directory.TrackCatalogue;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** The receiver answers a request. */
@Component
class AnswerService {

    private final Steps steps;
    private final InboxTasks tasks;
    private final TrackCatalogue catalogue;
    private final Receivers receivers;
    private final Successors successors;
    private final CareCommitments commitments;
    private final Meetings meetings;
    private final Attachments attachments;
    private final ResourceStore store;
    private final Clock clock;

    AnswerService(
            Steps steps,
            InboxTasks tasks,
            TrackCatalogue catalogue,
            Receivers receivers,
            Successors successors,
            CareCommitments commitments,
            Meetings meetings,
            Attachments attachments,
            ResourceStore store,
            Clock clock) {
        this.steps = steps;
        this.tasks = tasks;
        this.catalogue = catalogue;
        this.receivers = receivers;
        this.successors = successors;
        this.commitments = commitments;
        this.meetings = meetings;
        this.attachments = attachments;
        this.store = store;
        this.clock = clock;
    }

    /** The answer, the work item, and the follow-on referral where the patient needs a visit. */
    List<Resource> answer(ServiceRequest request, Answer answer, List<Justification> justifications) {
        Step step = steps.begin(request, answer.event(), justifications);
        Communication communication = store.create(communication(step.task(), answer));
        step.task().addOutput().setType(answer.kind().toConcept()).setValue(InboxTasks.reference(communication));
        List<Resource> result = new ArrayList<>(List.of(communication, step.task()));
        if (step.isAllowed()) {
            Optional<Track> followOn = catalogue.of(request).flatMap(answer::followOn);
            requireNoIdleReceiver(answer, followOn);
            if (answer.isFinal()) {
                end(step, answer);
            }
            followOn.ifPresent(track -> result.add(refer(step, answer, track, communication)));
        }
        steps.finish(step);
        return result;
    }

    /** Nothing is awaited or planned any more. */
    private void end(Step step, Answer answer) {
        step.because(Optional.empty());
        tasks.withdrawSupplements(step.task(), "Remissen är besvarad");
        commitments.answered(step.request(), answer.outcome());
        meetings.answered(step.request(), answer.outcome());
    }

    private ServiceRequest refer(Step step, Answer answer, Track track, Communication communication) {
        ServiceRequest referral = successors.create(
                step,
                track,
                receiver(answer, track, step.task()),
                Stream.of(answer.text(), answer.nextStep()).flatMap(Optional::stream),
                created -> {
                    created.addBasedOn(step.task().getFocus().copy());
                    GivenAnswers.files(communication).forEach(created::addSupportingInfo);
                });
        step.task()
                .addOutput()
                .setType(answer.outcome().orElseThrow().toConcept())
                .setValue(InboxTasks.reference(referral));
        return referral;
    }

    private Receiver receiver(Answer answer, Track track, Task task) {
        return answer.receiver()
                .map(named -> receivers.named("receiver", named, track.code()))
                .orElseGet(() -> receivers.of(task.getOwner(), track.code()));
    }

    private static void requireNoIdleReceiver(Answer answer, Optional<Track> followOn) {
        if (answer.receiver().isPresent() && followOn.isEmpty()) {
            throw ParameterRefused.invalid(
                    "receiver",
                    "Parameter receiver goes with a final answer from whose outcome another request follows.",
                    "Leave it out, or choose an outcome with followOn in the ActivityDefinition of the track.");
        }
    }

    private Communication communication(Task task, Answer answer) {
        Communication communication = new Communication();
        communication.setStatus(CommunicationStatus.COMPLETED);
        communication.addBasedOn(task.getFocus().copy());
        communication.addCategory(answer.kind().toConcept());
        communication.setSubject(task.getFor().copy());
        communication.setSender(task.getOwner().copy());
        communication.addRecipient(task.getRequester().copy());
        communication.setSent(Date.from(clock.instant()));
        answer.text().ifPresent(text -> communication.addPayload().setContent(new StringType(text)));
        attachments
                .store(answer.attachments(), task.getFor(), task.getFocus())
                .forEach(document -> communication.addPayload().setContent(Attachments.reference(document)));
        answer.diagnoses().forEach(diagnosis -> communication.addReasonCode().addCoding(diagnosis.copy()));
        answer.outcome()
                .ifPresent(
                        outcome -> communication.addExtension(new Extension(Extensions.OUTCOME, outcome.toCoding())));
        answer.nextStep()
                .ifPresent(
                        text -> communication.addExtension(new Extension(Extensions.NEXT_STEP, new StringType(text))));
        answer.patientInformed()
                .ifPresent(informed -> communication.addExtension(
                        new Extension(Extensions.PATIENT_INFORMED, new BooleanType(informed))));
        return communication;
    }
}
