package se.samspar.followup;

import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.WorkItems;
import se.samspar.fhir.generated.Indicator;
import se.samspar.fhir.generated.TaskBusinessStatus;
import se.samspar.store.StoredRecord;

/**
 * What counts of a message in the inbox of a receiver: whether it was opened by the deadline that it came with. Its work
 * item may have had another since, for the answer, so its first version is asked.
 */
final class ReceiptFacts implements FactSource {

    /** Those who had not opened a message when nobody was to deal with it any more did not leave it lying. */
    private static final Set<TaskStatus> CALLED_OFF =
            EnumSet.of(TaskStatus.CANCELLED, TaskStatus.FAILED, TaskStatus.ENTEREDINERROR);

    private final StoredRecord record;

    ReceiptFacts(StoredRecord record) {
        this.record = record;
    }

    @Override
    public String type() {
        return "Task";
    }

    @Override
    public Stream<String> of(Resource resource) {
        return resource instanceof Task task && isReceipt(task) ? Stream.of(ResourcePath.of(task)) : Stream.empty();
    }

    private static boolean isReceipt(Task task) {
        return "Communication".equals(task.getFocus().getReferenceElement().getResourceType())
                && !WorkItems.asksForSupplement(task);
    }

    @Override
    public List<Fact> facts(String source) {
        List<Task> versions = record.history(source).stream()
                .map(Task.class::cast)
                .filter(ReceiptFacts::isReceipt)
                .toList();
        return versions.isEmpty() ? List.of() : facts(source, versions.get(0), versions.get(versions.size() - 1));
    }

    private List<Fact> facts(String source, Task first, Task last) {
        Optional<Date> due =
                Optional.ofNullable(first.getRestriction().getPeriod().getEnd());
        Optional<Date> opened = Optional.ofNullable(last.getExecutionPeriod().getStart());
        boolean calledOff = CALLED_OFF.contains(last.getStatus()) && opened.isEmpty();
        if (due.isEmpty() || calledOff || TaskBusinessStatus.DELIVERED_MANUALLY.isIn(first.getBusinessStatus())) {
            return List.of();
        }
        Instant deadline = due.get().toInstant();
        Person person = Person.of(first.getFor(), first.getAuthoredOn().toInstant(), record);
        return List.of(FactMaker.of(
                        source, Optional.of(first.getFor()), person, Stream.of(first.getRequester(), first.getOwner()))
                .share(
                        Indicator.MESSAGES_ACKNOWLEDGED_IN_TIME,
                        deadline,
                        first.getOwner(),
                        opened.map(Date::toInstant)
                                .filter(time -> !time.isAfter(deadline))
                                .isPresent()));
    }
}
