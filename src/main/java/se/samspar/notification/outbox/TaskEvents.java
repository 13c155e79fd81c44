package se.samspar.notification.outbox;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.WorkItems;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.outbox.Outbox.Event;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/** What a work item tells when it is written: it is new to its owner, a request has moved, a message has come. */
@Component
class TaskEvents implements Consequence<Task> {

    private final Outbox outbox;

    TaskEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void follow(Task task, RuleContext context) {
        Optional<Task> before = context.previous(task);
        boolean isNew = before.filter(known -> isSameOwner(known, task)).isEmpty();
        if (isNew) {
            add(
                    SubscriptionTopic.TASK_FOR_UNIT,
                    ResourcePath.of(task),
                    Optional.empty(),
                    owner(task),
                    track(task),
                    context);
        }
        if (WorkItems.isOfRequest(task)
                && !WorkItems.asksForSupplement(task)
                && before.filter(known -> state(known).equals(state(task))).isEmpty()) {
            Stream<Reference> units = Stream.concat(Stream.of(task.getRequester()), owner(task));
            add(SubscriptionTopic.REQUEST_CHANGED, focus(task), Optional.of(task), units, track(task), context);
        }
        if (isNew && isReceipt(task)) {
            add(
                    SubscriptionTopic.MESSAGE_RECEIVED,
                    focus(task),
                    Optional.of(task),
                    owner(task),
                    context.resolve(task.getFocus(), Communication.class).flatMap(TaskEvents::caseOf),
                    context);
        }
    }

    private void add(
            SubscriptionTopic topic,
            String focus,
            Optional<Task> context,
            Stream<Reference> units,
            Optional<String> filter,
            RuleContext at) {
        outbox.add(new Event(topic, focus, context.map(ResourcePath::of), Outbox.units(units), filter, at.now()));
    }

    private static boolean isSameOwner(Task one, Task other) {
        return ResourcePath.of(one.getOwner()).equals(ResourcePath.of(other.getOwner()));
    }

    private static Stream<Reference> owner(Task task) {
        return Stream.of(task.getOwner());
    }

    private static String focus(Task task) {
        return ResourcePath.of(task.getFocus());
    }

    private static String state(Task task) {
        return task.getStatus() + " "
                + task.getBusinessStatus().getCodingFirstRep().getCode();
    }

    /** Is it by this that the unit has got a message? */
    static boolean isReceipt(Task task) {
        return "Communication".equals(task.getFocus().getReferenceElement().getResourceType())
                && !WorkItems.asksForSupplement(task);
    }

    static Optional<String> track(Task task) {
        return Optional.ofNullable(task.getCode().getCodingFirstRep().getCode());
    }

    /** The id of the case that a message belongs to. */
    static Optional<String> caseOf(Communication message) {
        return Optional.ofNullable(
                message.getBasedOnFirstRep().getReferenceElement().getIdPart());
    }
}
