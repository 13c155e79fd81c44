package se.samspar.track;

import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Task;
import se.samspar.store.Justification;

/**
 * A step of a request that is being taken.
 *
 * @param request the request, in its state after the step
 * @param task the receiver's work item, in its state after the step
 * @param isAllowed whether the state before allows the step; where not, the rule {@code transition-not-allowed} refuses
 *     the transaction, and nothing more need be done
 * @param justifications of rules that the caller sets aside
 */
record Step(ServiceRequest request, Task task, boolean isAllowed, List<Justification> justifications) {

    /** Says why, and no longer why it was before; without a reason the profile's rule {@code reason-given} decides whether one is needed. */
    void because(Optional<String> reason) {
        task.setStatusReason(null);
        reason.filter(text -> !text.isBlank())
                .ifPresent(text -> task.getStatusReason().setText(text));
    }
}
