package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
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
            Successors successors,
            CareCommitments commitments,
            Meetings meetings,
            Attachments attachments,
            ResourceStore store,
            Clock clock) {
        this.steps = steps;
        this.tasks = tasks;
        this.catalogue = catalogue;
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
        if (step.isAllowed() && answer.isFinal()) {
            tasks.withdrawSupplements(step.task(), "Remissen är besvarad");
            commitments.answered(request, answer.outcome());
            meetings.answered(request, answer.outcome());
            Optional<Track> followOn = catalogue.of(request).flatMap(answer::followOn);
            requireNoIdleReceiver(answer, followOn);
            followOn.ifPresent(track -> {
                ServiceRequest referral = successors.create(
                        step,
                        track,
                        answer.receiver().orElse(step.task().getOwner()),
                        Stream.of(answer.text(), answer.nextStep()).flatMap(Optional::stream),
                        created -> {
                            created.addBasedOn(step.task().getFocus().copy());
                            GivenAnswers.files(communication).forEach(created::addSupportingInfo);
                        });
                step.task()
                        .addOutput()
                        .setType(answer.outcome().orElseThrow().toConcept())
                        .setValue(InboxTasks.reference(referral));
                result.add(referral);
            });
        }
        steps.finish(step);
        return result;
    }

    private static void requireNoIdleReceiver(Answer answer, Optional<Track> followOn) {
        if (answer.receiver().isPresent() && followOn.isEmpty()) {
            throw new UnprocessableEntityException("Parameter receiver goes with a final answer from whose outcome"
                    + " another request follows (followOn in the ActivityDefinition of the track).");
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
