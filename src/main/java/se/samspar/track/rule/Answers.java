package se.samspar.track.rule;

import java.util.Optional;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.generated.AnswerKind;
import se.samspar.rule.RuleContext;

/** What the rules about answers read from one. */
final class Answers {

    private Answers() {}

    /** Is it a final answer that is being given? */
    static boolean isNewFinal(Communication answer, RuleContext context) {
        return context.previous(answer).isEmpty()
                && answer.getCategory().stream().anyMatch(AnswerKind.FINAL::isIn);
    }

    /** The request that it answers. */
    static Optional<ServiceRequest> request(Communication answer, RuleContext context) {
        return answer.getBasedOn().stream()
                .flatMap(request -> context.resolve(request, ServiceRequest.class).stream())
                .findFirst();
    }
}
