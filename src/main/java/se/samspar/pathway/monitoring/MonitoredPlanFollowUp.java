package se.samspar.pathway.monitoring;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ResourcePath;
import se.samspar.pathway.plan.PathwayPlans;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/**
 * What waits in the inbox of a unit that leaves a started pathway goes to whoever answers for the activity now, otherwise to
 * the responsible unit, so that no value waits where nobody may read it. With a plan that was a mistake it ends.
 */
@Component
class MonitoredPlanFollowUp implements Consequence<CarePlan> {

    private final ValueTasks tasks;

    MonitoredPlanFollowUp(ValueTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void follow(CarePlan plan, RuleContext context) {
        Optional<CarePlan> before = context.previous(plan).filter(PathwayPlans::is);
        boolean isMistake = PathwayPlans.isMistake(plan);
        if (before.isEmpty() || !isMistake && paths(plan).containsAll(paths(before.get()))) {
            return;
        }
        tasks.waiting(plan.getSubject()).stream()
                .flatMap(task -> context.resolve(task.getFocus(), Observation.class).stream())
                .filter(value -> ResourcePath.of(value.getBasedOnFirstRep()).equals(ResourcePath.of(plan)))
                .forEach(value -> {
                    if (isMistake) {
                        tasks.cancel(value, "Vårdförloppet startades av misstag.");
                    } else {
                        tasks.handOver(
                                value,
                                owner -> !paths(plan).contains(ResourcePath.of(owner)),
                                responsible(value, context, plan));
                    }
                });
    }

    private static Set<String> paths(CarePlan plan) {
        return PathwayPlans.units(plan)
                .map((Reference unit) -> ResourcePath.of(unit))
                .collect(Collectors.toSet());
    }

    private static Reference responsible(Observation value, RuleContext context, CarePlan plan) {
        return Monitoring.of(value, context)
                .map(Monitoring::responsible)
                .findFirst()
                .orElseGet(plan::getAuthor);
    }
}
