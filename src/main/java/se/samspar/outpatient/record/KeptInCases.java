package se.samspar.outpatient.record;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.consent.Cases;
import se.samspar.fhir.CarePlans;
import se.samspar.fhir.generated.CarePlanType;
import se.samspar.fhir.generated.CloseReason;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.MessageType;
import se.samspar.patient.Deaths;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.ServerKept;

/**
 * In a case the server writes the admission message, which ends it, and who has made sure of a consent. Who began a case
 * stays as it was at first.
 */
@Component
class KeptInCases implements ServerKept<Resource> {

    @Override
    public Stream<Finding> claimed(Resource resource, RuleContext context) {
        Optional<Resource> previous = context.previous(resource);
        if (resource instanceof Communication message) {
            boolean admits = previous.isEmpty()
                    && !context.operation().filter("admit"::equals).isPresent()
                    && Messages.type(message)
                            .filter(MessageType.INSKRIVNING::equals)
                            .isPresent();
            return found(admits, "Communication.category", "CarePlan/$admit sends the admission message.");
        } else if (resource instanceof Consent consent) {
            boolean vouches = context.isWrittenByClient(consent)
                    && !Base.compareDeep(
                            previous.map(Consent.class::cast)
                                    .orElseGet(Consent::new)
                                    .getExtensionsByUrl(Extensions.VERIFIED_BY_UNIT),
                            consent.getExtensionsByUrl(Extensions.VERIFIED_BY_UNIT),
                            true);
            return found(vouches, "Consent.extension", "A unit makes sure of a consent by Consent/$verify.");
        }
        return resource instanceof CarePlan plan && CarePlans.is(plan, CarePlanType.OUTPATIENT_CASE)
                ? Stream.concat(ofCase(plan, previous.map(CarePlan.class::cast)), ofEnd(plan, context))
                : Stream.empty();
    }

    private static Stream<Finding> ofCase(CarePlan aCase, Optional<CarePlan> previous) {
        boolean hasAnotherAuthor = previous.filter(before -> !before.getAuthor().equalsDeep(aCase.getAuthor()))
                .isPresent();
        return found(hasAnotherAuthor, "CarePlan.author", "The initiating unit answers for the case to its end.");
    }

    /** These two end a case whatever is unanswered in it, so nobody merely says so. */
    private static Stream<Finding> ofEnd(CarePlan aCase, RuleContext context) {
        Optional<CloseReason> reason = CloseReasons.of(aCase).filter(why -> context.previous(aCase)
                .filter(before -> !Cases.isOpen(before))
                .isEmpty());
        boolean admits = reason.filter(CloseReason.ADMITTED::equals).isPresent()
                && context.operation().filter("admit"::equals).isEmpty();
        boolean lives = reason.filter(CloseReason.DECEASED::equals).isPresent()
                && context.resolve(aCase.getSubject(), Patient.class)
                        .filter(Deaths::isDeceased)
                        .isEmpty();
        return Stream.concat(
                found(admits, "CarePlan.extension", "CarePlan/$admit ends a case by an admission."),
                found(
                        lives,
                        "CarePlan.extension",
                        "The record of the death ends the case; the person is not dead there."));
    }

    private static Stream<Finding> found(boolean isClaimed, String element, String text) {
        return isClaimed ? Stream.of(Finding.at(element, text)) : Stream.empty();
    }
}
