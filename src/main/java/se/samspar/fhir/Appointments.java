package se.samspar.fhir;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Coding;
import se.samspar.fhir.generated.CodeSystems;

/** Tells appointments apart. */
public final class Appointments {

    private static final Set<AppointmentStatus> GIVEN_UP =
            EnumSet.of(AppointmentStatus.CANCELLED, AppointmentStatus.ENTEREDINERROR);

    private Appointments() {}

    /** Will it not take place at its time? */
    public static boolean isGivenUp(Appointment appointment) {
        return GIVEN_UP.contains(appointment.getStatus());
    }

    /** Is it booked, and was not at its time before? */
    public static boolean isBookedAnew(Optional<Appointment> before, Appointment appointment) {
        return isBooked(appointment)
                && before.filter(Appointments::isBooked)
                        .filter(former -> areAtSameTime(former, appointment))
                        .isEmpty();
    }

    public static boolean isBooked(Appointment appointment) {
        return appointment.getStatus() == AppointmentStatus.BOOKED;
    }

    /** Are both at the same time, and in the same slot where they have one? */
    public static boolean areAtSameTime(Appointment one, Appointment other) {
        return Base.compareDeep(one.getSlot(), other.getSlot(), true)
                && Base.compareDeep(one.getStartElement(), other.getStartElement(), true)
                && Base.compareDeep(one.getEndElement(), other.getEndElement(), true);
    }

    /** Is it a meeting of the parties of a case? */
    public static boolean isOfCase(Appointment appointment) {
        return appointment.getSupportingInformation().stream().anyMatch(reference -> "CarePlan"
                .equals(reference.getReferenceElement().getResourceType()));
    }

    /** Is it a conference, which takes up the cases of a track, rather than a meeting about one request or case? */
    public static boolean isConference(Appointment appointment) {
        return !isOfCase(appointment) && tracks(appointment).findAny().isPresent();
    }

    /** The codes of the tracks whose cases a conference takes up. */
    public static Stream<String> tracks(Appointment appointment) {
        return appointment.getServiceType().stream()
                .flatMap(type -> type.getCoding().stream())
                .filter(coding -> CodeSystems.TRACK.equals(coding.getSystem()))
                .map(Coding::getCode);
    }
}
