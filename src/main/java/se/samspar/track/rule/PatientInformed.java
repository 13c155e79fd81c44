package se.samspar.track.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Communication;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;
import se.samspar.fhir.generated.Extensions;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** The patient hears the next step at the meeting, not by letter later. */
@RuleInfo(
        code = "patient-informed",
        severity = Severity.JUSTIFY,
        requirement = "DSK-4",
        remedy = "State the next step and that the patient was told, or justify why the patient has not been informed.")
final class PatientInformed implements Rule<Communication> {

    @Override
    public Stream<Finding> check(Communication answer, RuleContext context) {
        if (!Answers.isNewFinal(answer, context)) {
            return Stream.empty();
        }
        boolean nextStep = value(answer, Extensions.NEXT_STEP)
                .map(Type::primitiveValue)
                .filter(text -> !text.isBlank())
                .isPresent();
        boolean informed = value(answer, Extensions.PATIENT_INFORMED)
                .filter(value -> value instanceof BooleanType told && Boolean.TRUE.equals(told.getValue()))
                .isPresent();
        return Stream.of(
                        nextStep
                                ? Optional.<Finding>empty()
                                : Optional.of(Finding.at(
                                        "Communication.extension", "The answer does not say what happens next.")),
                        informed
                                ? Optional.<Finding>empty()
                                : Optional.of(Finding.at(
                                        "Communication.extension",
                                        "The answer does not say that the patient has been told.")))
                .flatMap(Optional::stream);
    }

    private static Optional<Type> value(Communication answer, String extension) {
        return Optional.ofNullable(answer.getExtensionByUrl(extension)).map(Extension::getValue);
    }
}
