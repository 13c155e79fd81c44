package se.samspar.pathway.monitoring;

import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.store.WorkItemParticipation;

/** The work item of a value outside the limits. */
@Component
class ValueTaskParticipation extends WorkItemParticipation {

    @Override
    protected boolean isOwn(Task task) {
        return MonitoredValues.isWorkItem(task);
    }
}
