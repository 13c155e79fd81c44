package se.samspar.deviation;

import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.store.WorkItemParticipation;

/** The work item of a deviation. */
@Component
class DeviationTaskParticipation extends WorkItemParticipation {

    @Override
    protected boolean isOwn(Task task) {
        return Deviations.isWorkItem(task);
    }
}
