package se.samspar.deviation;

import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import se.samspar.fhir.Parts;
import se.samspar.fhir.generated.Extensions;

/** Reads deviations, and tells their work items from others. */
public final class Deviations {

    private Deviations() {}

    /** What went wrong. */
    public static Reference failedStep(AdverseEvent deviation) {
        return reference(deviation, Extensions.FAILED_STEP);
    }

    /** The unit that answers. */
    public static Reference concernedUnit(AdverseEvent deviation) {
        return reference(deviation, Extensions.CONCERNED_UNIT);
    }

    static Reference reportingUnit(AdverseEvent deviation) {
        return reference(deviation, Extensions.REPORTING_UNIT);
    }

    /** An empty one where there is none. */
    private static Reference reference(AdverseEvent deviation, String url) {
        return Parts.of(deviation, url, Reference.class).orElseGet(Reference::new);
    }

    static Optional<Extension> answer(AdverseEvent deviation) {
        return Optional.ofNullable(deviation.getExtensionByUrl(Extensions.DEVIATION_ANSWER));
    }

    static boolean isWorkItem(Task task) {
        return "AdverseEvent".equals(task.getFocus().getReferenceElement().getResourceType());
    }

    /** {@code AdverseEvent/id}. */
    static String id(AdverseEvent deviation) {
        return "AdverseEvent/" + deviation.getIdElement().getIdPart();
    }
}
