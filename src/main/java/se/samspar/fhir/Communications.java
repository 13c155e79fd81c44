package se.samspar.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Extensions;

/** Tells communications apart. */
public final class Communications {

    private Communications() {}

    /** Is it the answer to a request, rather than a message of a case? */
    public static boolean isAnswer(Resource resource) {
        return resource instanceof Communication communication
                && communication.getCategory().stream()
                        .flatMap(category -> category.getCoding().stream())
                        .anyMatch(coding -> CodeSystems.ANSWER_KIND.equals(coding.getSystem()));
    }

    /** What a consultation led to, of its answer; empty when it does not say, or says it in a code that is not ours. */
    public static Optional<ConsultationOutcome> outcome(Communication answer) {
        return Optional.ofNullable(answer.getExtensionByUrl(Extensions.OUTCOME))
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast)
                .flatMap(coding -> ConsultationOutcome.of(coding.getCode()).filter(code -> code.matches(coding)));
    }
}
