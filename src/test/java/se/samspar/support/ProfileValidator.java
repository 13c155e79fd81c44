package se.samspar.support;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import java.io.IOException;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Validates against the definitions of the package, without a server. */
public final class ProfileValidator {

    private static final FhirContext FHIR = FhirContext.forR4Cached();

    private ProfileValidator() {}

    public static FhirValidator ofThePackage() throws IOException {
        PrePopulatedValidationSupport ours = new PrePopulatedValidationSupport(FHIR);
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath:/package/*-*.json")) {
            try (var json = file.getInputStream()) {
                ours.addResource(FHIR.newJsonParser().parseResource(json));
            }
        }
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(FHIR);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        FhirInstanceValidator module = new FhirInstanceValidator(new ValidationSupportChain(
                ours,
                new DefaultProfileValidationSupport(FHIR),
                new SnapshotGeneratingValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR),
                unknown));
        module.setErrorForUnknownProfiles(true);
        return FHIR.newValidator().registerValidatorModule(module);
    }
}
