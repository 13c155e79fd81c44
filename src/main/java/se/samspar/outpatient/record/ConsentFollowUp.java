package se.samspar.outpatient.record;

import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;
import se.samspar.store.Records;
import se.samspar.store.ResourceStore;

/** A case names the consents that belong to it. */
@Component
class ConsentFollowUp implements Consequence<Consent> {

    private final ResourceStore store;

    ConsentFollowUp(ResourceStore store) {
        this.store = store;
    }

    @Override
    public void follow(Consent consent, RuleContext context) {
        Reference reference = new Reference(consent.getIdElement().toUnqualifiedVersionless());
        Cases.of(consent, Records.of(context))
                .filter(aCase -> aCase.getSupportingInfo().stream().noneMatch(known -> Cases.isSame(known, reference)))
                .ifPresent(aCase -> add(aCase, reference));
    }

    private void add(CarePlan aCase, Reference consent) {
        aCase.addSupportingInfo(consent);
        store.update(aCase);
    }
}
