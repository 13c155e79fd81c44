package se.samspar.experience.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import se.samspar.experience.Collaboration;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;
import se.samspar.store.Records;

/** The answers are those of the person of the case, and come from a unit that took part, not one that only read along. */
@RuleInfo(
        code = "experience-of-participant",
        severity = Severity.BLOCK,
        requirement = "OVP-19",
        remedy = "Record answers of the person of the case, at a unit that takes part in it.")
final class ExperienceOfParticipant implements Rule<QuestionnaireResponse> {

    @Override
    public Stream<Finding> check(QuestionnaireResponse response, RuleContext context) {
        if (context.previous(response).isPresent()) {
            return Stream.empty();
        }
        Optional<Collaboration> collaboration = Collaboration.of(response, Records.of(context));
        if (collaboration.isEmpty()) {
            return Stream.of(Finding.at("QuestionnaireResponse.basedOn", "It is neither a case nor a request."));
        }
        Stream<Finding> unit = found(
                !collaboration.get().takesPart(response.getAuthor()),
                "QuestionnaireResponse.basedOn",
                "Your unit takes no part in it.");
        Stream<Finding> person = found(
                !collaboration.get().isAbout(response.getSubject()),
                "QuestionnaireResponse.subject",
                "It is about another person.");
        return Stream.concat(unit, person);
    }

    private static Stream<Finding> found(boolean isFound, String element, String text) {
        return isFound ? Stream.of(Finding.at(element, text)) : Stream.empty();
    }
}
