package se.samspar.pathway;

import java.util.Optional;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.springframework.stereotype.Component;
import se.samspar.directory.Directory;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** What a client writes for the first time is a draft; consulted bodies named by HSA-id are looked up. */
@Component
class PathwayPreparation implements Preparation<PlanDefinition> {

    private final Directory directory;

    PathwayPreparation(Directory directory) {
        this.directory = directory;
    }

    @Override
    public void prepare(PlanDefinition pathway, RuleContext context) {
        Pathways.consultedBodies(pathway).forEach(directory::resolve);
        boolean isNew =
                context.isWrittenByClient(pathway) && context.previous(pathway).isEmpty();
        if (isNew && Pathways.state(pathway).isEmpty()) {
            Pathways.enter(pathway, PathwayState.DRAFT, context.actor(), context.now(), Optional.empty());
        }
    }
}
