package se.samspar.pathway.plan;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Same;
import se.samspar.pathway.PhaseTime;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Course;

/**
 * A pathway is gone through forwards, to its end; one that has ended stays as it was then. That it was started by mistake
 * is said at any time, and for good.
 */
@Component
class CourseOfPathwayPlans implements Course<CarePlan> {

    @Override
    public Stream<Finding> left(CarePlan plan, RuleContext context) {
        return context
                .previous(plan)
                .filter(PathwayPlans::is)
                .filter(before -> PathwayPlans.isMistake(before) || !PathwayPlans.isMistake(plan))
                .stream()
                .flatMap(before -> PathwayPlans.isOpen(before) ? onTheWay(plan) : afterTheEnd(before, plan, context));
    }

    private static Stream<Finding> afterTheEnd(CarePlan before, CarePlan plan, RuleContext context) {
        boolean moves = context.operation().isPresent() || !Same.content(before).equalsDeep(Same.content(plan));
        return moves ? found("CarePlan.status", "The pathway has ended, and stays as it was then.") : Stream.empty();
    }

    private static Stream<Finding> onTheWay(CarePlan plan) {
        List<PhaseTime> times = PhaseTime.of(plan);
        boolean turnsBack = IntStream.range(1, times.size())
                .anyMatch(index ->
                        times.get(index).phase().compareTo(times.get(index - 1).phase()) <= 0);
        boolean endsEarly = plan.getStatus() == CarePlanStatus.COMPLETED
                && PathwayPlans.last(plan)
                        .filter(last -> times.stream().noneMatch(time -> time.phase() == last))
                        .isPresent();
        if (turnsBack) {
            return found("CarePlan.extension", "A pathway is gone through forwards: name a later phase.");
        }
        return endsEarly
                ? found(
                        "CarePlan.status",
                        "The pathway has a later phase: name the one that begins, or leave the pathway with a reason.")
                : Stream.empty();
    }

    private static Stream<Finding> found(String element, String text) {
        return Stream.of(Finding.at(element, text));
    }
}
