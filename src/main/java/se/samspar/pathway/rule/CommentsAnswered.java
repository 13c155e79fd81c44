package se.samspar.pathway.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.PlanDefinition;
import se.samspar.fhir.generated.PathwayState;
import se.samspar.pathway.Pathways;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Who was consulted is owed an answer before the steering group decides. */
@RuleInfo(
        code = "comments-answered",
        severity = Severity.BLOCK,
        requirement = "PWY-2",
        remedy = "Answer each comment with PlanDefinition/$answer-comment, then approve.")
final class CommentsAnswered implements Rule<PlanDefinition> {

    @Override
    public Stream<Finding> check(PlanDefinition pathway, RuleContext context) {
        boolean approves = Pathways.isIn(pathway, PathwayState.APPROVED)
                && context.previous(pathway)
                        .filter(before -> !Pathways.isIn(before, PathwayState.APPROVED))
                        .isPresent();
        return approves
                ? Pathways.comments(pathway).stream()
                        .filter(comment -> Pathways.part(comment, "answer").isEmpty())
                        .map(comment -> Finding.at(
                                "PlanDefinition.extension",
                                "Comment %s has no answer."
                                        .formatted(Pathways.part(comment, "id").orElse("?"))))
                : Stream.empty();
    }
}
