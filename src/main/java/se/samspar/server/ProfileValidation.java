package se.samspar.server;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * One validator for the whole server, over definitions held in memory: the base specification, our package and those a
 * region adds. It does not look at the database, so a write costs a few milliseconds of validation and no statement.
 */
@Component
class ProfileValidation implements ApplicationRunner {

    private final FhirValidator validator;
    private final CompletableFuture<Void> warmUp;

    ProfileValidation(FhirContext fhirContext, FhirPackage fhirPackage, List<ElementCheck> checks) {
        PrePopulatedValidationSupport packages = new PrePopulatedValidationSupport(fhirContext);
        fhirPackage.all().forEach(packages::addResource);
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(fhirContext);
        unknown.setNonExistentCodeSystemSeverity(IValidationSupport.IssueSeverity.WARNING);
        ValidationSupportChain chain = new ValidationSupportChain(
                // Definitions change with the program only.
                ValidationSupportChain.CacheConfiguration.defaultValues().setCacheTimeout(Duration.ofDays(1)),
                packages,
                new PackagedQuestionnaires(fhirContext, fhirPackage.all()),
                new DefaultProfileValidationSupport(fhirContext),
                new SnapshotGeneratingValidationSupport(fhirContext),
                new CommonCodeSystemsTerminologyService(fhirContext),
                new InMemoryTerminologyServerValidationSupport(fhirContext),
                unknown);
        FhirInstanceValidator module = new FhirInstanceValidator(chain);
        module.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
        module.setErrorForUnknownProfiles(true);
        validator = fhirContext.newValidator().registerValidatorModule(module);
        checks.forEach(validator::registerValidatorModule);
        warmUp = CompletableFuture.runAsync(() -> examples(fhirContext).forEach(validator::validateWithResult));
    }

    FhirValidator validator() {
        return validator;
    }

    /** The first validations load definitions for seconds: done beside the rest of the start, and over before readiness. */
    @Override
    public void run(ApplicationArguments arguments) {
        warmUp.join();
    }

    private static Stream<IBaseResource> examples(FhirContext fhirContext) {
        return Stream.of("Patient", "ServiceRequest", "Task", "Encounter", "Communication", "Appointment")
                .flatMap(type -> files("classpath:/package/example/" + type + "-*.json"))
                .map(file -> read(fhirContext, file));
    }

    private static Stream<Resource> files(String pattern) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver().getResources(pattern));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static IBaseResource read(FhirContext fhirContext, Resource file) {
        try (InputStream json = file.getInputStream()) {
            return fhirContext.newJsonParser().parseResource(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
