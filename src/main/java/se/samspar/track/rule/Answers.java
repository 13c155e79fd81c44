package se.samspar.track.rule;

import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
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

    static boolean hasOutcome(Communication answer, ConsultationOutcome outcome) {
        Extension extension = answer.getExtensionByUrl(Extensions.OUTCOME);
        return extension != null && extension.getValue() instanceof Coding coding && outcome.matches(coding);
    }
}
