package se.samspar.experience;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.springframework.stereotype.Component;
import se.samspar.rule.RuleContext;
import se.samspar.store.Participation;

/**
 * Nobody but the unit that recorded what a person answered reads it: whoever knows that the others read along answers
 * otherwise. They get the summary.
 */
@Component
class ExperienceParticipation implements Participation<QuestionnaireResponse> {

    @Override
    public Stream<Reference> units(QuestionnaireResponse response, RuleContext context) {
        return Stream.of(response.getAuthor());
    }

    @Override
    public Stream<Reference> writers(QuestionnaireResponse response, RuleContext context) {
        return units(response, context);
    }

    @Override
    public Stream<Reference> patients(QuestionnaireResponse response) {
        return Stream.of(response.getSubject());
    }
}
