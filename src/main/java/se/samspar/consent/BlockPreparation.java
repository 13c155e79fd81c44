package se.samspar.consent;

import java.util.Date;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.CareBlocks;
import se.samspar.store.Preparation;

/** Fills in what a block always says: who registered it, and from when to when it holds. */
@Component
class BlockPreparation implements Preparation<Consent> {

    static final Coding SCOPE =
            new Coding("http://terminology.hl7.org/CodeSystem/consentscope", "patient-privacy", "Privacy Consent");

    private static final String LAW = "Patientdatalagen (2008:355) 4 kap. 4 § och 6 kap. 2 §";

    @Override
    public void prepare(Consent block, RuleContext context) {
        if (!Block.is(block)) {
            return;
        }
        CareBlocks.lock(block.getPatient(), context);
        DateTimeType now = new DateTimeType(Date.from(context.now()));
        if (context.previous(block).isEmpty()) {
            fill(block, now, context);
        } else if (block.getStatus() == ConsentState.INACTIVE
                && context.previous(block).filter(Block::holds).isPresent()) {
            block.getProvision().getPeriod().setEndElement(now.copy());
        }
    }

    private static void fill(Consent block, DateTimeType now, RuleContext context) {
        if (!block.hasScope()) {
            block.setScope(new CodeableConcept(SCOPE.copy()));
        }
        if (!block.hasDateTime()) {
            block.setDateTimeElement(now.copy());
        }
        if (!block.hasPolicyRule()) {
            block.setPolicyRule(new CodeableConcept().setText(LAW));
        }
        block.getProvision().setPeriod(new Period().setStartElement(now.copy()));
        block.setOrganization(null);
        context.actor().unit().ifPresent(unit -> block.addOrganization(new Reference("Organization/" + unit)));
    }
}
