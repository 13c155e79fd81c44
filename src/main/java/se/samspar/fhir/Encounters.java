package se.samspar.fhir;

import java.util.EnumSet;
import java.util.Set;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Encounter.EncounterStatus;
import se.samspar.fhir.generated.ContactType;

/** Tells encounters apart: a visit from a contact at a distance, and how far each has come. */
public final class Encounters {

    /** Class of a visit where the patient is there. */
    private static final String AMBULATORY = "AMB";

    /** Class of a contact at a distance. */
    private static final String VIRTUAL = "VR";

    private static final Set<EncounterStatus> ABANDONED =
            EnumSet.of(EncounterStatus.CANCELLED, EncounterStatus.ENTEREDINERROR);

    private Encounters() {}

    /** A clinic visit (mottagningsbesök), whichever way it says so: it takes the patient's time. */
    public static boolean isClinicVisit(Encounter encounter) {
        return AMBULATORY.equals(encounter.getClass_().getCode())
                || encounter.getType().stream().anyMatch(ContactType.MOTTAGNINGSBESOK::isIn);
    }

    /** The specialist's half of a registration: a contact at a distance. */
    public static boolean isContact(Encounter encounter) {
        return VIRTUAL.equals(encounter.getClass_().getCode());
    }

    /** Cancelled or entered in error: it is as if it were not there. */
    public static boolean isAbandoned(Encounter encounter) {
        return ABANDONED.contains(encounter.getStatus());
    }

    public static boolean isFinished(Encounter encounter) {
        return encounter.getStatus() == EncounterStatus.FINISHED;
    }

    /** Has it taken place, at least in part? */
    public static boolean hasBegun(Encounter encounter) {
        return encounter.hasStatus() && !isAbandoned(encounter) && encounter.getStatus() != EncounterStatus.PLANNED;
    }
}
