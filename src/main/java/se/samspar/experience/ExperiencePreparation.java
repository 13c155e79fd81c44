package se.samspar.experience;

import java.util.Date;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.RuleContext;
import se.samspar.store.Preparation;
import se.samspar.store.Records;

/** Says of new answers which unit recorded them and when, and which units took part in what they are about. */
@Component
class ExperiencePreparation implements Preparation<QuestionnaireResponse> {

    @Override
    public void prepare(QuestionnaireResponse response, RuleContext context) {
        if (context.previous(response).isPresent()) {
            return;
        }
        response.setAuthored(Date.from(context.now()));
        response.setAuthor(context.actor().organization().orElse(null));
        response.getExtension().removeIf(extension -> Extensions.TOOK_PART.equals(extension.getUrl()));
        Collaboration.of(response, Records.of(context)).stream()
                .flatMap(Collaboration::eachUnit)
                .forEach(unit -> response.addExtension(new Extension(Extensions.TOOK_PART, unit)));
    }
}
