package se.samspar.consent;

import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/**
 * Fills in what a consent always says, who recorded it and who took it back. Whoever records it has made sure of it; and
 * what is sent in the case at the same moment comes either before it or after it.
 */
@Component
class ConsentPreparation implements Preparation<Consent> {

    private static final Coding CATEGORY =
            new Coding("http://terminology.hl7.org/CodeSystem/v3-ActCode", "IDSCL", "information disclosure");

    @Override
    public void prepare(Consent consent, RuleContext context) {
        if (!Block.is(consent)) { // which is about no case
            Cases.lock(consent, context);
        }
        if (context.previous(consent).isEmpty()) {
            if (!Block.is(consent)) {
                fill(consent, context);
            }
        } else if (consent.getStatus() == ConsentState.INACTIVE
                && context.previous(consent)
                        .filter(before -> before.getStatus() == ConsentState.ACTIVE)
                        .isPresent()) {
            recordWithdrawal(consent, context);
        }
    }

    private static void fill(Consent consent, RuleContext context) {
        Date now = Date.from(context.now());
        if (!consent.hasScope()) {
            consent.setScope(new CodeableConcept(BlockPreparation.SCOPE.copy()));
        }
        if (!consent.hasCategory()) {
            consent.addCategory(new CodeableConcept(CATEGORY.copy()));
        }
        if (!consent.hasDateTime()) {
            consent.setDateTime(now);
        }
        context.actor().unit().ifPresent(unit -> {
            if (!consent.hasOrganization()) {
                consent.addOrganization(new Reference("Organization/" + unit));
            }
            Verifications.add(consent, context.actor(), Optional.empty(), now);
        });
    }

    private static void recordWithdrawal(Consent consent, RuleContext context) {
        Extension withdrawal = consent.getExtensionByUrl(Extensions.CONSENT_WITHDRAWAL);
        if (withdrawal == null) {
            return; // which the profile of a case's consent refuses
        }
        withdrawal.getExtension().removeIf(part -> !"reason".equals(part.getUrl()));
        context.actor()
                .unit()
                .ifPresent(unit -> withdrawal.addExtension("unit", new Reference("Organization/" + unit)));
        withdrawal.addExtension("when", new InstantType(Date.from(context.now())));
    }
}
