package se.samspar.patient;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Patient;

/** Whether a person lives, as the population register has it. */
public final class Deaths {

    private Deaths() {}

    /** Under which what begins for a person and the record of the death wait for each other. */
    public static String key(String patientId) {
        return "life of Patient/" + patientId;
    }

    public static boolean isDeceased(Patient patient) {
        return patient.hasDeceasedDateTimeType()
                || patient.getDeceased() instanceof BooleanType deceased && Boolean.TRUE.equals(deceased.getValue());
    }
}
