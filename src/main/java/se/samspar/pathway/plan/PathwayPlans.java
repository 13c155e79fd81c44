package se.samspar.pathway.plan;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.SearchValues;
import se.samspar.fhir.VersionedUrl;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.PathwayPhase;
import se.samspar.pathway.PhaseTime;
import se.samspar.pathway.Versions;
import se.samspar.store.Records;

/** What a started pathway says of itself. */
public final class PathwayPlans {

    private static final Set<CarePlanActivityStatus> BEGUN =
            EnumSet.of(CarePlanActivityStatus.INPROGRESS, CarePlanActivityStatus.ONHOLD);

    private PathwayPlans() {}

    public static boolean is(Resource resource) {
        return CarePlans.is(resource, CarePlanType.PATHWAY_PLAN);
    }

    /** Does it go on? */
    public static boolean isOpen(CarePlan plan) {
        return plan.getStatus() == CarePlanStatus.ACTIVE;
    }

    /** Was it started by mistake? Then it says nothing about the patient. */
    public static boolean isMistake(CarePlan plan) {
        return plan.getStatus() == CarePlanStatus.ENTEREDINERROR;
    }

    /** Who sees it and what belongs to it: one that is a mistake, the responsible unit alone. */
    public static Stream<Reference> units(CarePlan plan) {
        return isMistake(plan) ? Stream.of(plan.getAuthor()) : CarePlans.units(plan);
    }

    /** Those of a patient that go on. */
    public static List<CarePlan> open(String patientId, Records records) {
        String type = SearchValues.token(CarePlanType.SYSTEM, CarePlanType.PATHWAY_PLAN.code());
        return records.search(
                CarePlan.class, "status=active&subject=Patient/%s&category=%s".formatted(patientId, type));
    }

    /** Under which the plan and what comes to belong to it wait for each other. */
    public static String key(String planId) {
        return "pathway CarePlan/" + planId;
    }

    /** The pathway in the version that a plan follows; empty when there is none. */
    public static Optional<PlanDefinition> pathway(CarePlan plan, Records records) {
        return VersionedUrl.followedBy(plan)
                .map(followed -> Versions.query(followed.url(), followed.version()))
                .flatMap(query ->
                        records.search(PlanDefinition.class, query).stream().findFirst());
    }

    /** The last phase that the plan has something to do in. */
    static Optional<PathwayPhase> last(CarePlan plan) {
        return details(plan).flatMap(detail -> phase(detail).stream()).max(PathwayPhase::compareTo);
    }

    static Stream<CarePlanActivityDetailComponent> details(CarePlan plan) {
        return plan.getActivity().stream().map(activity -> activity.getDetail());
    }

    static Optional<PathwayPhase> phase(CarePlanActivityDetailComponent detail) {
        return PathwayPhase.of(detail.getCode().getCodingFirstRep().getCode());
    }

    /** Ends the phase that goes on; what is done in it stays as the unit has written it. */
    static void endPhase(CarePlan plan, Instant end) {
        PhaseTime.write(
                plan, PhaseTime.of(plan).stream().map(time -> time.endedAt(end)).toList());
    }

    /** Ends the plan, which is yet to be written, before its time. */
    static void leave(CarePlan plan, Instant end) {
        giveUp(plan, phase -> true);
        end(plan, CarePlanStatus.REVOKED, end);
    }

    static void end(CarePlan plan, CarePlanStatus status, Instant end) {
        endPhase(plan, end);
        plan.setStatus(status);
        plan.getPeriod().setEndElement(SwedishTime.dateTime(end));
    }

    /** What goes on in these phases stops, and what is not begun will not be. */
    static void giveUp(CarePlan plan, Predicate<PathwayPhase> phases) {
        details(plan)
                .filter(detail -> phase(detail).filter(phases).isPresent())
                .filter(Predicate.not(CarePlans::isOver))
                .forEach(detail -> detail.setStatus(
                        BEGUN.contains(detail.getStatus())
                                ? CarePlanActivityStatus.STOPPED
                                : CarePlanActivityStatus.CANCELLED));
    }
}
