package se.samspar.pathway.plan;

import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;
import se.samspar.patient.Deaths;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/** When a person has died, the pathways that were started end, and nothing of them is carried out (OVP-15). */
@Component
class DeceasedOnPathways implements Consequence<Patient> {

    private final ResourceStore store;

    DeceasedOnPathways(ResourceStore store) {
        this.store = store;
    }

    @Override
    public void follow(Patient patient, RuleContext context) {
        if (Deaths.isDeceased(patient)
                && context.previous(patient).filter(Deaths::isDeceased).isEmpty()) {
            String id = patient.getIdElement().getIdPart();
            context.serialize(Deaths.key(id));
            PathwayPlans.open(id, Records.of(context)).forEach(plan -> {
                PathwayPlans.leave(plan, context.now());
                plan.addExtension(
                        new Extension(Extensions.LEAVE_REASON, new StringType(CloseReason.DECEASED.display())));
                store.update(plan);
            });
        }
    }
}
