package se.samspar.experience;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Same;
import se.samspar.rule.Finding;
import se.samspar.rule.RuleContext;
import se.samspar.store.Course;

/** What a person answered stays; answers that were recorded by mistake are marked so. */
@Component
class CourseOfExperiences implements Course<QuestionnaireResponse> {

    @Override
    public Stream<Finding> left(QuestionnaireResponse response, RuleContext context) {
        return context
                .previous(response)
                .filter(before -> !answers(before).equalsDeep(answers(response)) || isRevived(before, response))
                .map(before -> Finding.at(
                        "QuestionnaireResponse", "Answers stay as they were recorded, or are marked entered-in-error."))
                .stream();
    }

    private static boolean isRevived(QuestionnaireResponse before, QuestionnaireResponse after) {
        return before.getStatus() == QuestionnaireResponseStatus.ENTEREDINERROR
                && after.getStatus() != QuestionnaireResponseStatus.ENTEREDINERROR;
    }

    private static QuestionnaireResponse answers(QuestionnaireResponse response) {
        return Same.content(response).setStatus(null);
    }
}
