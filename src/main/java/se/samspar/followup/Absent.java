package se.samspar.followup;

import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Extension;

/** Says why something is not told, by FHIR's extension data-absent-reason. */
final class Absent {

    private static final String URL = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private Absent() {}

    static Extension because(String code) {
        return new Extension(URL, new CodeType(code));
    }

    /** Because it would tell of a few people. */
    static Extension masked() {
        return because("masked");
    }
}
