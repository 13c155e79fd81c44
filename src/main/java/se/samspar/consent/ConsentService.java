package se.samspar.consent;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ConsentState;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.generated.Extensions;
import se.samspar.store.Justification;
import se.samspar.store.ResourceStore;

/** Makes sure of a consent, and takes it back. */
@Component
class ConsentService {

    private final ResourceStore store;
    private final Clock clock;

    ConsentService(ResourceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The acting unit has made sure for itself (OVP-5). */
    Consent verify(Consent consent, Optional<String> note, List<Justification> justifications) {
        if (Block.is(consent)) {
            throw ParameterRefused.invalid(
                    "id", "The consent is a block.", "A block is registered and lifted; nobody makes sure of it.");
        }
        Verifications.add(consent, store.actor(), note, Date.from(clock.instant()));
        return write(consent, justifications);
    }

    /** The person has told the acting unit that it holds no longer. */
    Consent withdraw(Consent consent, String reason, List<Justification> justifications) {
        consent.setStatus(ConsentState.INACTIVE);
        consent.getExtension().removeIf(extension -> Extensions.CONSENT_WITHDRAWAL.equals(extension.getUrl()));
        consent.addExtension().setUrl(Extensions.CONSENT_WITHDRAWAL).addExtension("reason", new StringType(reason));
        return write(consent, justifications);
    }

    private Consent write(Consent consent, List<Justification> justifications) {
        justifications.forEach(justification -> justification.attachTo(consent));
        return store.update(consent);
    }
}
