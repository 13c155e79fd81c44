package se.samspar.registration;

import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Encounters;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;

/** Says of a half when it was finished first, which stays whatever is corrected in it afterwards. */
@Component
class CompletionPreparation implements Preparation<Encounter> {

    @Override
    public void prepare(Encounter half, RuleContext context) {
        half.getExtension().removeIf(extension -> Extensions.REGISTRATION_COMPLETED.equals(extension.getUrl()));
        Optional<Encounter> previous = context.previous(half);
        boolean isFinishedNow = Encounters.isFinished(half)
                && previous.filter(Encounters::isFinished).isEmpty();
        previous.map(before -> before.getExtensionByUrl(Extensions.REGISTRATION_COMPLETED))
                .map(Extension::copy)
                .or(() -> isFinishedNow
                        ? Optional.of(new Extension(
                                Extensions.REGISTRATION_COMPLETED, new InstantType(Date.from(context.now()))))
                        : Optional.empty())
                .ifPresent(half::addExtension);
    }
}
