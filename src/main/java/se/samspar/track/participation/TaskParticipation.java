package se.samspar.track.participation;

import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.fhir.WorkItems;
import se.samspar.store.WorkItemParticipation;

/** The work item of a request. */
@Component
class TaskParticipation extends WorkItemParticipation {

    @Override
    protected boolean isOwn(Task task) {
        return WorkItems.isOfRequest(task);
    }
}
