package se.samspar.pathway.monitoring;

import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Observation.ObservationStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.WorkItemKind;

/** Reads values that were sent, and tells their work items from others. */
final class MonitoredValues {

    private MonitoredValues() {}

    static boolean isMistake(Observation value) {
        return value.getStatus() == ObservationStatus.ENTEREDINERROR;
    }

    /** Do both say that the same was measured? */
    static boolean isSame(Observation one, Observation other) {
        return one.getValueQuantity().equalsDeep(other.getValueQuantity());
    }

    static boolean isWorkItem(Task task) {
        return WorkItemKind.VALUE_OUTSIDE_LIMITS.isIn(task.getCode());
    }

    /** Has nobody acknowledged it, and is that still to be done? */
    static boolean isOpen(Task task) {
        return task.getStatus() == TaskStatus.REQUESTED;
    }

    /** Finds all work items of the value. */
    static String query(Observation value) {
        return "focus=" + ResourcePath.of(value);
    }
}
