package se.samspar.patient.rule;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import se.samspar.fhir.PersonalIdentity;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A mistyped number would be another person, or nobody. */
@RuleInfo(
        code = "valid-personal-identity",
        severity = Severity.BLOCK,
        requirement = "ALL-2",
        remedy = "Correct the number, or send a national reserve number (nationelltReservnummer) if the person has no"
                + " personnummer or samordningsnummer.")
final class ValidPersonalIdentity implements Rule<Patient> {

    private static final Map<String, Predicate<String>> FORMS = Map.of(
            IdentifierSystems.PERSONNUMMER, PersonalIdentity::isPersonnummer,
            IdentifierSystems.SAMORDNINGSNUMMER, PersonalIdentity::isSamordningsnummer);

    @Override
    public Stream<Finding> check(Patient patient, RuleContext context) {
        List<Identifier> identifiers = patient.getIdentifier();
        return IntStream.range(0, identifiers.size())
                .filter(i -> !isValid(identifiers.get(i)))
                .mapToObj(i -> Finding.at(
                        "Patient.identifier[%d].value".formatted(i),
                        "The number does not have 12 digits, a real date and a right check digit."));
    }

    private static boolean isValid(Identifier identifier) {
        return !identifier.hasSystem()
                || FORMS.getOrDefault(identifier.getSystem(), any -> true).test(identifier.getValue());
    }
}
