package se.samspar.track;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.store.Justification;
import se.samspar.track.state.TaskEvent;

/**
 * A request moves to another track without losing its history (TRK-9). Before its final answer the new request replaces
 * it; afterwards the new one is based on it and it stays answered. Each says where the other is.
 */
@Component
class ConvertService {

    private final Steps steps;
    private final InboxTasks tasks;
    private final Successors successors;
    private final Plans plans;
    private final GivenAnswers answers;
    private final Receivers receivers;

    ConvertService(
            Steps steps,
            InboxTasks tasks,
            Successors successors,
            Plans plans,
            GivenAnswers answers,
            Receivers receivers) {
        this.steps = steps;
        this.tasks = tasks;
        this.successors = successors;
        this.plans = plans;
        this.answers = answers;
        this.receivers = receivers;
    }

    /**
     * The former request, its work item, and the new request.
     *
     * @param content what the other track asks for and the former request does not have, as extensions, and the priority
     */
    List<Resource> convert(
            ServiceRequest request,
            Track track,
            Reference to,
            Optional<String> reason,
            Optional<ServiceRequest> content,
            List<Justification> justifications) {
        content.ifPresent(ConvertService::requireNothingElse);
        Receiver receiver = receivers.named("to", to, track.code());
        boolean answered = tasks.of(request)
                .map(Task::getStatus)
                .filter(TaskStatus.COMPLETED::equals)
                .isPresent();
        TaskEvent event = answered ? TaskEvent.CONTINUE : TaskEvent.CONVERT;
        Step step = steps.begin(request, event, justifications);
        step.because(reason);
        if (!step.isAllowed()) {
            steps.finish(step);
            return List.of(request, step.task());
        }
        if (!answered) {
            plans.undo(step, reason, "Remissen är omvandlad");
        }
        List<Communication> given = answers.to(request);
        Stream<String> findings = given.stream().flatMap(GivenAnswers::texts);
        ServiceRequest successor = successors.create(step, track, receiver, findings, created -> {
            given.stream().flatMap(GivenAnswers::files).forEach(created::addSupportingInfo);
            Reference former = step.task().getFocus().copy();
            if (answered) {
                created.addBasedOn(former);
            } else {
                created.addReplaces(former);
            }
            content.ifPresent(added -> add(created, added));
        });
        request.addExtension(new Extension(Extensions.CONVERTED_TO, InboxTasks.reference(successor)));
        step.task().addOutput().setType(track.toConcept()).setValue(InboxTasks.reference(successor));
        steps.finish(step);
        return List.of(request, step.task(), successor);
    }

    private static void add(ServiceRequest successor, ServiceRequest content) {
        Optional.ofNullable(content.getPriority()).ifPresent(successor::setPriority);
        content.getExtension().stream()
                .filter(extension -> !Extensions.WORK_UP.equals(extension.getUrl()))
                .forEach(extension -> {
                    successor.getExtension().removeIf(own -> own.getUrl().equals(extension.getUrl()));
                    successor.addExtension(extension.copy());
                });
        WorkUp.add(successor, WorkUp.of(content).stream());
    }

    /** What FHIR wants of every request may stand there too, as it says nothing. */
    private static void requireNothingElse(ServiceRequest content) {
        ServiceRequest rest = content.copy();
        rest.setExtension(null);
        rest.setPriority(null).setStatus(null).setIntent(null).setSubject(null);
        if (!rest.isEmpty()) {
            throw new UnprocessableEntityException(
                    "Of parameter content the extensions that the other track asks for and"
                            + " the priority are taken: leave everything else out.");
        }
    }
}
