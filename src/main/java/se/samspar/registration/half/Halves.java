package se.samspar.registration.half;

import java.util.Collection;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.codesystems.ConditionVerStatus;
import se.samspar.fhir.generated.Kva;

/** What the halves of a registration hold. Null-safe: rules meet incomplete resources. */
public final class Halves {

    private Halves() {}

    /** Is XS004 among the activities carried out at the visit (DSK-5)? */
    public static boolean hasDistanceCode(Encounter visit, Collection<Procedure> procedures) {
        return procedures.stream()
                .anyMatch(procedure -> isDistanceCode(procedure)
                        && isSame(procedure.getSubject(), visit.getSubject())
                        && isTo(procedure.getEncounter(), visit));
    }

    public static boolean isDistanceCode(Procedure procedure) {
        return procedure.getStatus() == ProcedureStatus.COMPLETED && Kva.XS004.isIn(procedure.getCode());
    }

    /** Is a diagnosis registered with this half (DSK-6)? */
    public static boolean hasDiagnosis(Encounter half, Collection<Condition> conditions) {
        return conditions.stream()
                .anyMatch(condition -> isDiagnosis(condition)
                        && isSame(condition.getSubject(), half.getSubject())
                        && isTo(condition.getEncounter(), half));
    }

    /** A coded diagnosis that has not been taken back. */
    public static boolean isDiagnosis(Condition condition) {
        return condition.getCode().hasCoding()
                && condition.getVerificationStatus().getCoding().stream()
                        .noneMatch(status ->
                                ConditionVerStatus.ENTEREDINERROR.toCode().equals(status.getCode())
                                        || ConditionVerStatus.REFUTED.toCode().equals(status.getCode()));
    }

    /** Do both references point to the same resource? */
    public static boolean isSame(Reference one, Reference other) {
        return one.hasReference() && literal(one).equals(literal(other));
    }

    /** Does the reference point to this encounter? */
    public static boolean isTo(Reference reference, Encounter encounter) {
        return reference.hasReference() && literal(reference).equals(literal(encounter));
    }

    /** A reference without server and version, such as {@code Encounter/1}; empty when there is none. */
    public static String literal(Reference reference) {
        return reference.hasReference()
                ? reference.getReferenceElement().toUnqualifiedVersionless().getValue()
                : "";
    }

    /** The encounter as it is referred to. */
    public static String literal(Encounter encounter) {
        return "Encounter/" + encounter.getIdElement().getIdPart();
    }
}
