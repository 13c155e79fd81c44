package se.samspar.resident;

import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityDetailComponent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Timing;
import org.springframework.stereotype.Component;
import se.samspar.directory.SwedishTime;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.store.ResourceStore;

/** What is planned and not done of every active plan, the person's own part too, and the goals that have a date. */
@Component
class PlanSteps implements StepSource {

    private static final Set<GoalLifecycleStatus> AIMED_AT =
            EnumSet.of(GoalLifecycleStatus.PLANNED, GoalLifecycleStatus.ACCEPTED, GoalLifecycleStatus.ACTIVE);

    private final ResourceStore store;
    private final Places places;
    private final Clock clock;

    PlanSteps(ResourceStore store, Places places, Clock clock) {
        this.store = store;
        this.places = places;
        this.clock = clock;
    }

    @Override
    public Stream<Step> of(Patient person) {
        List<CarePlan> active = store.search(CarePlan.class, StepSource.about(person) + "&status=active").stream()
                .filter(store::isVisible)
                .toList();
        return active.stream()
                .filter(plan -> !CarePlans.is(plan, CarePlanType.SHARED_PLANNING) || goesOn(plan, active))
                .flatMap(plan -> Stream.concat(activities(plan), goals(plan)));
    }

    /** A planning ends with its case, and a coordinated plan of the case goes on with what was planned. */
    private boolean goesOn(CarePlan planning, List<CarePlan> active) {
        String aCase = planning.getPartOfFirstRep().getReference();
        boolean isTakenOver = active.stream()
                .filter(plan -> CarePlans.is(plan, CarePlanType.COORDINATED_PLAN))
                .anyMatch(plan -> plan.getPartOfFirstRep().getReference().equals(aCase));
        return !isTakenOver
                && store.find(planning.getPartOfFirstRep(), CarePlan.class)
                        .filter(found -> found.getStatus() == CarePlanStatus.ACTIVE)
                        .isPresent();
    }

    private Stream<Step> activities(CarePlan plan) {
        return plan.getActivity().stream()
                .map(CarePlan.CarePlanActivityComponent::getDetail)
                .filter(CarePlanActivityDetailComponent::hasDescription)
                .filter(activity -> !CarePlans.isOver(activity) && !CarePlans.isOfEndedPhase(plan, activity))
                .map(activity -> new Step(
                        when(activity).map(PlanSteps::copy), what(activity), places.of(activity.getPerformer()), plan));
    }

    /** Relatives are not named: what they are called is theirs. */
    private static String what(CarePlanActivityDetailComponent activity) {
        Set<String> performers = activity.getPerformer().stream()
                .map(performer -> String.valueOf(performer.getReferenceElement().getResourceType()))
                .collect(Collectors.toSet());
        if (performers.contains("Patient")) {
            return "Du gör själv: " + activity.getDescription();
        }
        return performers.equals(Set.of("RelatedPerson"))
                ? "Någon som står dig nära gör: " + activity.getDescription()
                : "Planerat: " + activity.getDescription();
    }

    /** When it begins, or where it has begun when it is to be done. */
    private Optional<BaseDateTimeType> when(CarePlanActivityDetailComponent activity) {
        if (activity.getScheduled() instanceof Timing timing) {
            return timing.getEvent().stream()
                    .filter(this::isAhead)
                    .min(Comparator.comparing(SwedishTime::first))
                    .map(BaseDateTimeType.class::cast);
        }
        if (!(activity.getScheduled() instanceof Period period)) {
            return Optional.empty();
        }
        return Optional.<BaseDateTimeType>of(period.getStartElement())
                .filter(start -> start.hasValue() && isAhead(start))
                .or(() -> Optional.<BaseDateTimeType>of(period.getEndElement()).filter(BaseDateTimeType::hasValue));
    }

    private boolean isAhead(BaseDateTimeType time) {
        return SwedishTime.afterLast(time).isAfter(clock.instant());
    }

    private static Stream<Step> goals(CarePlan plan) {
        return plan.getContained().stream()
                .filter(Goal.class::isInstance)
                .map(Goal.class::cast)
                .filter(goal -> AIMED_AT.contains(goal.getLifecycleStatus())
                        && goal.getDescription().hasText())
                .flatMap(goal -> goal.getTarget().stream()
                        .filter(target -> target.getDue() instanceof DateType)
                        .map(target -> new Step(
                                Optional.of(copy((DateType) target.getDue())),
                                "Ditt mål: " + goal.getDescription().getText(),
                                Optional.empty(),
                                plan)));
    }

    private static DateTimeType copy(BaseDateTimeType time) {
        DateTimeType copy = new DateTimeType(time.getValueAsString());
        SwedishTime.show(copy);
        return copy;
    }
}
