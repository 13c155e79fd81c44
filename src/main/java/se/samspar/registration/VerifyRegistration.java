package se.samspar.registration;

import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Provenance.ProvenanceAgentComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.codesystems.ProvenanceAgentType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.registration.half.Halves;
import se.samspar.rule.Actor;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/**
 * A medical secretary has gone through a finished registration of the own unit (DSK-8). A missing diagnosis does not stop
 * it: the answer warns, and the list of gaps keeps showing it.
 */
@Component
class VerifyRegistration {

    private final ResourceStore store;
    private final Clock clock;

    VerifyRegistration(ResourceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Provenance verify(Encounter half, Optional<String> note, List<Justification> justifications) {
        Actor actor = store.actor();
        OwnHalf.require(half, actor);
        String employee = actor.employeeHsaId()
                .orElseThrow(() -> new ForbiddenOperationException("A person verifies a registration, not a system."));
        justifications.forEach(justification -> justification.attachTo(half));
        store.update(half);
        Provenance provenance = new Provenance();
        provenance.addTarget(new Reference(Halves.literal(half)));
        provenance.setRecorded(Date.from(clock.instant()));
        provenance.addAgent(verifier(employee, half.getServiceProvider()));
        note.filter(text -> !text.isBlank())
                .ifPresent(text -> provenance.addReason().setText(text));
        return store.create(provenance);
    }

    private static ProvenanceAgentComponent verifier(String employee, Reference unit) {
        ProvenanceAgentType verifier = ProvenanceAgentType.VERIFIER;
        ProvenanceAgentComponent agent = new ProvenanceAgentComponent();
        agent.getType()
                .addCoding()
                .setSystem(verifier.getSystem())
                .setCode(verifier.toCode())
                .setDisplay(verifier.getDisplay());
        agent.getWho()
                .setType("Practitioner")
                .getIdentifier()
                .setSystem(IdentifierSystems.HSA_ID)
                .setValue(employee);
        agent.setOnBehalfOf(unit.copy());
        return agent;
    }
}
