package se.samspar.store;

import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.rule.Actor;

/** Who did something, as a Provenance names it: the employee for the unit, or the unit itself. */
public final class Agents {

    private Agents() {}

    public static ProvenanceAgentComponent of(Actor actor) {
        ProvenanceAgentComponent agent = new ProvenanceAgentComponent();
        if (actor.organization().isEmpty()) {
            agent.getWho().setType("Device").setDisplay(actor.client()); // the population register, an administrator
        } else if (actor.employeeHsaId().isEmpty()) {
            agent.setWho(actor.organization().get());
        } else {
            agent.getWho()
                    .setType("Practitioner")
                    .getIdentifier()
                    .setSystem(IdentifierSystems.HSA_ID)
                    .setValue(actor.employeeHsaId().get());
            agent.setOnBehalfOf(actor.organization().get());
        }
        return agent;
    }
}
