package se.samspar.patient.rule;

import ca.uhn.fhir.context.FhirContext;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Resource;
import se.samspar.fhir.PersonalIdentity;
import se.samspar.fhir.generated.IdentifierSystems;
import se.samspar.rule.Finding;
import se.samspar.rule.Rule;
import se.samspar.rule.RuleContext;
import se.samspar.rule.RuleInfo;
import se.samspar.rule.Severity;

/** A mistyped number would be another person, or nobody: in a patient as in a reference to one. */
@RuleInfo(
        code = "valid-personal-identity",
        severity = Severity.BLOCK,
        requirement = "ALL-2",
        remedy = "Correct the number, or send a national reserve number (nationelltReservnummer) if the person has no"
                + " personnummer or samordningsnummer.")
final class ValidPersonalIdentity implements Rule<Resource> {

    private static final Map<String, Predicate<String>> FORMS = Map.of(
            IdentifierSystems.PERSONNUMMER, PersonalIdentity::isPersonnummer,
            IdentifierSystems.SAMORDNINGSNUMMER, PersonalIdentity::isSamordningsnummer);

    private final FhirContext fhirContext;

    ValidPersonalIdentity(FhirContext fhirContext) {
        this.fhirContext = fhirContext;
    }

    @Override
    public Stream<Finding> check(Resource resource, RuleContext context) {
        return fhirContext.newTerser().getAllPopulatedChildElementsOfType(resource, Identifier.class).stream()
                .filter(identifier -> !isValid(identifier, context.now()))
                .map(identifier -> Finding.at(
                        "%s.descendants().where(system = '%s').value"
                                .formatted(resource.fhirType(), identifier.getSystem()),
                        "The number does not have 12 digits, a real date of birth and a right check digit."));
    }

    /** A day of birth that has not come yet is no real one. */
    private static boolean isValid(Identifier identifier, Instant now) {
        return !identifier.hasSystem()
                || !FORMS.containsKey(identifier.getSystem())
                || FORMS.get(identifier.getSystem()).test(identifier.getValue())
                        && PersonalIdentity.isBorn(identifier.getValue(), now);
    }
}
