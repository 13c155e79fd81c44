package se.samspar.patient.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Patient;
import se.samspar.fhir.SearchValues;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/**
 * A person has one record: with two, nobody could tell which of them a request is for. Only an identity that the patient
 * gets now is judged, so that everything else about it can still be kept up to date.
 */
@RuleInfo(
        code = "patient-unique",
        severity = Severity.BLOCK,
        requirement = "ALL-2",
        remedy = "Update the patient that has this identity.")
final class PatientIsUnique implements Rule<Patient> {

    private static final Set<String> PERSONAL = Set.of(
            IdentifierSystems.PERSONNUMMER,
            IdentifierSystems.SAMORDNINGSNUMMER,
            IdentifierSystems.NATIONELLT_RESERVNUMMER);

    @Override
    public Stream<Finding> check(Patient patient, RuleContext context) {
        Set<String> before = context.previous(patient).stream()
                .flatMap(PatientIsUnique::identities)
                .collect(Collectors.toSet());
        // The same keys as those of $submit, which takes in new patients too; everyone locks them in the same order.
        identities(patient)
                .filter(identity -> !before.contains(identity))
                .sorted()
                .forEach(identity -> context.serialize("patient " + identity));
        List<Identifier> identifiers = patient.getIdentifier();
        return IntStream.range(0, identifiers.size())
                .filter(i -> isPersonal(identifiers.get(i)))
                .filter(i -> !before.contains(identity(identifiers.get(i))))
                .filter(i -> isAnothers(identifiers.get(i), patient, context))
                .mapToObj(i -> Finding.at("Patient.identifier[%d]".formatted(i), "Another patient has this identity."));
    }

    private static boolean isAnothers(Identifier identifier, Patient patient, RuleContext context) {
        String token = SearchValues.token(identifier.getSystem(), identifier.getValue());
        return context.search(Patient.class, "identifier=" + token).stream().anyMatch(other -> !other.getIdElement()
                .getIdPart()
                .equals(patient.getIdElement().getIdPart()));
    }

    private static Stream<String> identities(Patient patient) {
        return patient.getIdentifier().stream()
                .filter(PatientIsUnique::isPersonal)
                .map(PatientIsUnique::identity);
    }

    private static boolean isPersonal(Identifier identifier) {
        return identifier.hasValue() && identifier.hasSystem() && PERSONAL.contains(identifier.getSystem());
    }

    private static String identity(Identifier identifier) {
        return identifier.getSystem() + "|" + identifier.getValue();
    }
}
