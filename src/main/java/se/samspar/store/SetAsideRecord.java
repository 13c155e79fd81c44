package se.samspar.store;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.rule.Actor;

/** Keeps what rule was set aside, why, by whom and with whom it was agreed, where it can be found and counted (TRK-10). */
@Component
class SetAsideRecord {

    private final ResourceStore store;

    SetAsideRecord(ResourceStore store) {
        this.store = store;
    }

    void keep(List<Judgement> setAside, UnitOfWork work) {
        Map<String, List<Judgement>> byRule = setAside.stream().collect(Collectors.groupingBy(Judgement::code));
        byRule.keySet().forEach(rule -> store.create(provenance(rule, work)));
    }

    private static Provenance provenance(String rule, UnitOfWork work) {
        Provenance provenance = new Provenance();
        provenance.setRecorded(Date.from(work.now()));
        work.writes().stream()
                .filter(write -> !(write.resource() instanceof Provenance))
                .map(write -> write.resource().getIdElement().toUnqualifiedVersionless())
                .forEach(id -> provenance.addTarget(new Reference(id)));
        provenance
                .addReason()
                .addCoding(new Coding().setSystem(CodeSystems.RULE).setCode(rule));
        work.justifications().stream()
                .filter(justification -> justification.justifies(rule))
                .forEach(justification -> justification.attachTo(provenance));
        provenance.addAgent(agent(work.call().actor()));
        return provenance;
    }

    static Provenance.ProvenanceAgentComponent agent(Actor actor) {
        Provenance.ProvenanceAgentComponent agent = new Provenance.ProvenanceAgentComponent();
        Reference unit = new Reference("Organization/" + actor.unit().orElseThrow());
        actor.employeeHsaId()
                .ifPresentOrElse(
                        employee -> {
                            agent.getWho()
                                    .setType("Practitioner")
                                    .getIdentifier()
                                    .setSystem("urn:oid:1.2.752.29.4.19")
                                    .setValue(employee);
                            agent.setOnBehalfOf(unit);
                        },
                        () -> agent.setWho(unit));
        return agent;
    }
}
