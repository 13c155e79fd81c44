package se.samspar.notification.outbox;

import java.util.Optional;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Extension;
import org.springframework.stereotype.Component;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.ResourcePath;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.SubscriptionTopic;
import se.samspar.notification.outbox.Outbox.Event;
import se.samspar.rule.RuleContext;
import se.samspar.store.Consequence;

/** A case ends because the person was admitted to hospital. */
@Component
class CaseEvents implements Consequence<CarePlan> {

    private final Outbox outbox;

    CaseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void follow(CarePlan plan, RuleContext context) {
        boolean wasOpen = context.previous(plan)
                .filter(before -> before.getStatus() == CarePlanStatus.ACTIVE)
                .isPresent();
        if (wasOpen
                && plan.getStatus() != CarePlanStatus.ACTIVE
                && CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)
                && isAdmitted(plan)) {
            outbox.add(new Event(
                    SubscriptionTopic.CASE_ADMITTED,
                    ResourcePath.of(plan),
                    Optional.empty(),
                    Outbox.units(CarePlans.parties(plan)),
                    Optional.of(plan.getIdElement().getIdPart()),
                    context.now()));
        }
    }

    private static boolean isAdmitted(CarePlan plan) {
        return plan.getExtensionsByUrl(Extensions.CLOSE_REASON).stream()
                .flatMap(reason -> reason.getExtensionsByUrl("reason").stream())
                .map(Extension::getValue)
                .anyMatch(code ->
                        code.isPrimitive() && CloseReason.ADMITTED.code().equals(code.primitiveValue()));
    }
}
