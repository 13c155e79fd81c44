package se.samspar.fhir;

import org.hl7.fhir.r4.model.Appointment;
import se.samspar.fhir.generated.CodeSystems;

/** Tells appointments apart. */
public final class Appointments {

    private Appointments() {}

    /** Is it a conference, which takes up the cases of a track, rather than a meeting about one request? */
    public static boolean isConference(Appointment appointment) {
        return appointment.getServiceType().stream()
                .flatMap(type -> type.getCoding().stream())
                .anyMatch(coding -> CodeSystems.TRACK.equals(coding.getSystem()));
    }
}
