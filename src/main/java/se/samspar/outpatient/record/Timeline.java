package se.samspar.outpatient.record;

import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CareTeam;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.generated.CaseEvent;
import se.samspar.rule.RuleContext;
import se.samspar.store.Agents;
import se.samspar.store.Consequence;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/**
 * What happened in a case, as a Provenance for each event, whatever way it came about: {@code Provenance?target=CarePlan/[id]}
 * is the timeline of the case. Who sees the case or what an event is about sees the event, which says nothing of what was said.
 */
@Component
class Timeline implements Consequence<Resource> {

    private final ResourceStore store;

    Timeline(ResourceStore store) {
        this.store = store;
    }

    @Override
    public void follow(Resource resource, RuleContext context) {
        List<CaseEvent> events = CaseEvents.of(resource, context).toList();
        if (!events.isEmpty()) {
            aCase(resource, context)
                    .ifPresent(aCase ->
                            events.forEach(event -> store.create(provenance(event, aCase, resource, context))));
        }
    }

    private static Optional<CarePlan> aCase(Resource resource, RuleContext context) {
        if (resource instanceof Task receipt) {
            return context.resolve(receipt.getFocus(), Communication.class)
                    .flatMap(message -> Cases.of(message, Records.of(context)));
        }
        return resource instanceof CareTeam team
                ? CaseTeams.cases(team, context).findFirst()
                : Cases.of(resource, Records.of(context));
    }

    private static Provenance provenance(CaseEvent event, CarePlan aCase, Resource about, RuleContext context) {
        Provenance provenance = new Provenance();
        provenance.setRecorded(Date.from(context.now()));
        provenance.setActivity(event.toConcept());
        Stream.of(about, aCase)
                .map(target -> new Reference(target.getIdElement().toUnqualifiedVersionless()))
                .filter(target -> provenance.getTarget().stream().noneMatch(known -> Cases.isSame(known, target)))
                .toList()
                .forEach(provenance::addTarget);
        provenance.addAgent(Agents.of(context.actor()));
        return provenance;
    }
}
