package se.samspar.pathway.plan;

import org.hl7.fhir.r4.model.CarePlan;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** Turns performers named by HSA-id into references, lets what comes to belong to the plan wait until it is written, and ends what was a mistake. */
@Component
class PathwayPlanPreparation implements Preparation<CarePlan> {

    private final Directory directory;

    PathwayPlanPreparation(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void prepare(CarePlan plan, RuleContext context) {
        if (PathwayPlans.is(plan)) {
            PathwayPlans.details(plan)
                    .flatMap(detail -> detail.getPerformer().stream())
                    .forEach(directory::resolve);
            context.previous(plan).ifPresent(before -> {
                context.serialize(PathwayPlans.key(plan.getIdElement().getIdPart()));
                if (PathwayPlans.isOpen(before) && PathwayPlans.isMistake(plan)) {
                    PathwayPlans.end(plan, plan.getStatus(), context.now());
                }
            });
        }
    }
}
