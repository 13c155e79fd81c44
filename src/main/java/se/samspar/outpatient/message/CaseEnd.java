package se.samspar.outpatient.message;

import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.outpatient.record.Receipts;
import se.samspar.store.ResourceStore;

/** What ends with a case: nobody has to answer what was asked in it. What is to be read of it stays to be read. */
@Component
public class CaseEnd {

    private final ResourceStore store;
    private final ReceiptKeeper receipts;

    CaseEnd(ResourceStore store, ReceiptKeeper receipts) {
        this.store = store;
        this.receipts = receipts;
    }

    /** The work items that end. */
    public List<Task> of(CarePlan aCase) {
        return messages(aCase).flatMap(message -> endings(receipts.of(message))).toList();
    }

    /** Nobody waits any more for a party that has left, nor it for others. */
    void ofParty(CarePlan aCase, Reference party) {
        Stream<Task> open = messages(aCase)
                .flatMap(message -> receipts.of(message).stream())
                .filter(Receipts::isOpen)
                .filter(task -> Cases.isSame(task.getOwner(), party)
                        || Cases.isSame(task.getRequester(), party) && Receipts.asksForMore(task));
        receipts.end(open, TaskStatus.CANCELLED, "Parten har lämnat ärendet");
    }

    private Stream<Communication> messages(CarePlan aCase) {
        return store
                .search(
                        Communication.class,
                        "based-on=CarePlan/" + aCase.getIdElement().getIdPart())
                .stream();
    }

    private Stream<Task> endings(List<Task> all) {
        Stream<Task> unanswered = all.stream().filter(task -> isToBeAnswered(task));
        Stream<Task> taken = all.stream().filter(task -> task.getStatus() == TaskStatus.ACCEPTED);
        return Stream.concat(
                receipts.end(unanswered, TaskStatus.CANCELLED, "Ärendet är avslutat").stream(),
                receipts.end(taken, TaskStatus.COMPLETED, "Ärendet är avslutat").stream());
    }

    private static boolean isToBeAnswered(Task task) {
        boolean asks = Receipts.asksForMore(task) || Receipts.asksForAnswer(task);
        return asks && Receipts.isOpen(task);
    }
}
