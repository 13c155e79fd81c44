package se.samspar.deviation;

import org.hl7.fhir.r4.model.AdverseEvent;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/** A deviation reported by plain REST comes into the inbox of the unit concerned as one reported by the operation. */
@Component
class DeviationFollowUp implements Consequence<AdverseEvent> {

    private final DeviationTasks tasks;

    DeviationFollowUp(DeviationTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void follow(AdverseEvent deviation, RuleContext context) {
        boolean isNew = context.isWrittenByClient(deviation)
                && context.previous(deviation).isEmpty();
        if (isNew && tasks.of(deviation).isEmpty()) {
            tasks.open(deviation);
        }
    }
}
