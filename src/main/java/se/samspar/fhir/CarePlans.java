package se.samspar.fhir;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.Extensions;

/** Tells plans apart. */
public final class CarePlans {

    private static final Set<CarePlanActivityStatus> OVER = EnumSet.of(
            CarePlanActivityStatus.COMPLETED,
            CarePlanActivityStatus.CANCELLED,
            CarePlanActivityStatus.STOPPED,
            CarePlanActivityStatus.ENTEREDINERROR);

    private CarePlans() {}

    /** Is it a plan of this type, rather than a resource of another kind? */
    public static boolean is(Resource resource, CarePlanType type) {
        return resource instanceof CarePlan plan && plan.getCategory().stream().anyMatch(type::isIn);
    }

    /** The units that take part in a case or a plan: who began or wrote it, and the others. */
    public static Stream<Reference> parties(CarePlan plan) {
        return Stream.concat(Stream.of(plan.getAuthor()), plan.getContributor().stream())
                .filter(Reference::hasReference);
    }

    /** Who has written a plan or answers for it, and the units that do something by it. */
    public static Stream<Reference> units(CarePlan plan) {
        return Stream.concat(Stream.of(plan.getAuthor()), performers(plan).stream());
    }

    /** The units that answer for what is done by a plan; the person and relatives do their part besides. */
    public static List<Reference> performers(CarePlan plan) {
        return plan.getActivity().stream()
                .flatMap(activity -> activity.getDetail().getPerformer().stream())
                .filter(ResourcePath::isOrganization)
                .toList();
    }

    /** Is it no longer to be done? */
    public static boolean isOver(CarePlanActivityDetailComponent activity) {
        return OVER.contains(activity.getStatus());
    }

    /** Is it of a phase of a started pathway that the patient has left behind, whatever its status says? */
    public static boolean isOfEndedPhase(CarePlan plan, CarePlanActivityDetailComponent activity) {
        return plan.getExtensionsByUrl(Extensions.PHASE_TIME).stream()
                .filter(time -> time.getExtensionByUrl("ended") != null)
                .flatMap(time -> Parts.of(time, "phase", CodeType.class).stream())
                .anyMatch(phase -> activity.getCode().getCoding().stream()
                        .anyMatch(coding -> phase.getValue().equals(coding.getCode())));
    }

    /** Is the status all that has changed? Then nobody has written in the plan. */
    public static boolean isMovedOnly(CarePlan before, CarePlan after) {
        return before.getStatus() != after.getStatus()
                && Same.content(before).setStatus(after.getStatus()).equalsDeep(Same.content(after));
    }
}
