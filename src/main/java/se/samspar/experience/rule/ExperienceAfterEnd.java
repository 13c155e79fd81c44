package se.samspar.experience.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import se.samspar.experience.Collaboration;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/** Who is still being helped is not asked how it was: the answer would depend on it, or seem to. */
@RuleInfo(
        code = "experience-after-end",
        severity = Severity.BLOCK,
        requirement = "OVP-19",
        remedy = "Record the answers when the case is closed or the request has its final answer.")
final class ExperienceAfterEnd implements Rule<QuestionnaireResponse> {

    @Override
    public Stream<Finding> check(QuestionnaireResponse response, RuleContext context) {
        return context.previous(response).isEmpty()
                ? Collaboration.of(response, Records.of(context))
                        .filter(collaboration -> !collaboration.hasEnded())
                        .map(open -> Finding.at(
                                "QuestionnaireResponse.basedOn",
                                "The case is open, or the request is not answered yet."))
                        .stream()
                : Stream.empty();
    }
}
