package se.samspar.fhir;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Coding;
import se.samspar.fhir.generated.CodeSystems;

/** Tells appointments apart. */
public final class Appointments {

    private Appointments() {}

    /** Is it a conference, which takes up the cases of a track, rather than a meeting about one request? */
    public static boolean isConference(Appointment appointment) {
        return tracks(appointment).findAny().isPresent();
    }

    /** The codes of the tracks whose cases a conference takes up. */
    public static Stream<String> tracks(Appointment appointment) {
        return appointment.getServiceType().stream()
                .flatMap(type -> type.getCoding().stream())
                .filter(coding -> CodeSystems.TRACK.equals(coding.getSystem()))
                .map(Coding::getCode);
    }
}
