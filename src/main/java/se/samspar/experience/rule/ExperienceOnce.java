package se.samspar.experience.rule;

import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import se.samspar.rule.Finding;
import se.samspar.rule.Moment;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** Who is asked by each unit in turn would be counted several times. Tells no more than that some unit has asked. */
@RuleInfo(
        code = "experience-once",
        severity = Severity.BLOCK,
        requirement = "OVP-19",
        remedy =
                "Leave it: the answers have been recorded. Those recorded by mistake are marked entered-in-error first, by"
                        + " the unit that recorded them.",
        when = Moment.IN_EARNEST)
final class ExperienceOnce implements Rule<QuestionnaireResponse> {

    @Override
    public Stream<Finding> check(QuestionnaireResponse response, RuleContext context) {
        if (response.getStatus() != QuestionnaireResponseStatus.COMPLETED
                || context.previous(response).isPresent()) {
            return Stream.empty();
        }
        String basis = response.getBasedOnFirstRep()
                .getReferenceElement()
                .toUnqualifiedVersionless()
                .getValue();
        context.serialize("experience of " + basis);
        return context.search(QuestionnaireResponse.class, "status=completed&based-on=" + basis).stream()
                .filter(other -> !other.getIdElement()
                        .getIdPart()
                        .equals(response.getIdElement().getIdPart()))
                .findFirst()
                .map(other -> Finding.at(
                        "QuestionnaireResponse.basedOn", "What the person experienced has been recorded already."))
                .stream();
    }
}
