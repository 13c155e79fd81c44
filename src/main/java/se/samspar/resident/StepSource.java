package se.samspar.resident;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Patient;

/** One kind of what a person's next steps follow from. Who may know of a step is {@link NextSteps}' to say. */
interface StepSource {

    Stream<Step> of(Patient person);

    /** The search for what is about the person. */
    static String about(Patient person) {
        return "patient=Patient/" + person.getIdElement().getIdPart();
    }
}
