package se.samspar.track.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.WorkItems;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.track.state.RequestContent;
import se.samspar.track.state.TaskEvent;
import se.samspar.track.state.TaskState;

/** What a request may turn into when a client writes it. What operations do to it is judged on its work item. */
final class RequestChange {

    private RequestChange() {}

    static Stream<Finding> checkNew(ServiceRequest request) {
        return request.getStatus() == ServiceRequestStatus.ACTIVE
                ? Stream.empty()
                : Stream.of(Finding.at("ServiceRequest.status", "A request is sent as active."));
    }

    static Stream<Finding> check(ServiceRequest before, ServiceRequest after, RuleContext context) {
        if (!context.isWrittenByClient(after)) {
            return Stream.empty();
        }
        return Stream.of(
                        status(before, after),
                        fixed(before, after),
                        RequestContent.differs(before, after) ? supplement(after, context) : Stream.<Finding>empty())
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> status(ServiceRequest before, ServiceRequest after) {
        return before.getStatus() == after.getStatus()
                ? Stream.empty()
                : Stream.of(Finding.at("ServiceRequest.status", "Operations change the status of a request."));
    }

    private static Stream<Finding> fixed(ServiceRequest before, ServiceRequest after) {
        return RequestContent.changedFixedElements(before, after).stream()
                .map(name -> Finding.at("ServiceRequest." + name, "This does not change once a request is sent."));
    }

    private static Stream<Finding> supplement(ServiceRequest request, RuleContext context) {
        Optional<Task> receivers = WorkItems.receivers(request, context.search(Task.class, WorkItems.query(request)));
        if (receivers.filter(context::isWrittenByClient).isPresent()) {
            // The server is to move the work item; of what the client has put there it could not tell its own apart.
            return Stream.of(Finding.at(
                    "ServiceRequest",
                    "Notes on the work item are added in a transaction of their own, not with this."));
        }
        return receivers
                .map(task -> TaskState.of(context.previous(task).orElse(task)))
                .filter(state -> !TaskEvent.SUPPLEMENT.isAllowedIn(state))
                .map(state -> Finding.at(
                        "ServiceRequest",
                        "The request cannot be supplemented while its work item is %s.".formatted(state.describe())))
                .stream();
    }
}
