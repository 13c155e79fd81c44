package se.samspar.track.rule;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.generated.AnswerKind;
import se.samspar.fhir.generated.ConsultationOutcome;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;

/** What the rules about answers read from one. */
final class Answers {

    private Answers() {}

    /** Is it a final answer that is being given? */
    static boolean isNewFinal(Communication answer, RuleContext context) {
        return context.previous(answer).isEmpty()
                && answer.getCategory().stream().anyMatch(AnswerKind.FINAL::isIn);
    }

    /** What the consultation led to; empty when it does not say, or says it in a code that is not ours. */
    static Optional<ConsultationOutcome> outcome(Communication answer) {
        return Optional.ofNullable(answer.getExtensionByUrl(Extensions.OUTCOME))
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast)
                .flatMap(coding -> ConsultationOutcome.of(coding.getCode()).filter(code -> code.matches(coding)));
    }

    /** The request that it answers. */
    static Optional<ServiceRequest> request(Communication answer, RuleContext context) {
        return answer.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .findFirst();
    }
}
