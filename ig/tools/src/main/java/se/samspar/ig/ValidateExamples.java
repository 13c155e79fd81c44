package se.samspar.ig;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import ca.uhn.fhir.validation.ValidationResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StructureDefinition;
import org.hl7.fhir.utilities.npm.NpmPackage;

/**
 * Validates the examples against the profiles that they name. With further packages it validates them also against the
 * profiles that ours declare to comply with. Ends with status 1 when an example has an error.
 *
 * <p>Usage: {@code ValidateExamples FSH_GENERATED_FOLDER [package.tgz ...]}
 */
public final class ValidateExamples {

    private static final String COMPLIES_WITH =
            "http://hl7.org/fhir/StructureDefinition/structuredefinition-compliesWithProfile";
    /** Narrative is best practice that the examples leave out. */
    private static final String NARRATIVE = "dom-6";

    private final FhirContext context = FhirContext.forR4Cached();
    private final Map<String, IBaseResource> questionnaires = new HashMap<>();
    private final PrePopulatedValidationSupport definitions = new PrePopulatedValidationSupport(context) {

        /** HAPI keeps no questionnaires, against which answers are validated. */
        @Override
        public <T extends IBaseResource> T fetchResource(Class<T> type, String url) {
            IBaseResource found = questionnaires.get(url);
            return type.isInstance(found) ? type.cast(found) : super.fetchResource(type, url);
        }
    };
    private final boolean foreignPackages;

    private ValidateExamples(boolean foreignPackages) {
        this.foreignPackages = foreignPackages;
    }

    public static void main(String[] args) throws IOException {
        ValidateExamples validation = new ValidateExamples(args.length > 1);
        Path generated = Path.of(args[0]);
        for (Path file : jsonFiles(generated.resolve("resources"))) {
            validation.define(Files.readString(file));
        }
        for (int i = 1; i < args.length; i++) {
            validation.definePackage(Path.of(args[i]));
        }
        if (!validation.validateAll(jsonFiles(generated.resolve("examples")))) {
            System.exit(1);
        }
    }

    private static List<Path> jsonFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private void define(String json) {
        IBaseResource definition = context.newJsonParser().parseResource(json);
        if (definition instanceof Questionnaire questionnaire) {
            questionnaires.put(questionnaire.getUrl(), questionnaire);
        }
        definitions.addResource(definition);
    }

    private void definePackage(Path tgz) throws IOException {
        try (InputStream in = Files.newInputStream(tgz)) {
            NpmPackage npm = NpmPackage.fromPackage(in);
            for (String file : npm.listResources("StructureDefinition", "ValueSet", "CodeSystem")) {
                try (InputStream resource = npm.loadResource(file)) {
                    definitions.addResource(context.newJsonParser().parseResource(resource));
                }
            }
        }
    }

    private boolean validateAll(List<Path> examples) throws IOException {
        FhirValidator validator = validator();
        boolean valid = true;
        for (Path example : examples) {
            IBaseResource resource = context.newJsonParser().parseResource(Files.readString(example));
            ValidationOptions options = new ValidationOptions();
            compliedProfiles((Resource) resource).forEach(options::addProfile);
            ValidationResult result = validator.validateWithResult(resource, options);
            valid &= report(example, options, result);
        }
        return valid;
    }

    /** The foreign profiles that the profiles of the resource declare to comply with. */
    private List<String> compliedProfiles(Resource resource) {
        List<String> canonicals = new ArrayList<>();
        if (foreignPackages) {
            for (CanonicalType profile : resource.getMeta().getProfile()) {
                if (definitions.fetchStructureDefinition(profile.getValue()) instanceof StructureDefinition definition) {
                    definition.getExtensionsByUrl(COMPLIES_WITH).stream()
                            .map(extension -> extension.getValue().primitiveValue())
                            .forEach(canonicals::add);
                }
            }
        }
        return canonicals;
    }

    private static boolean report(Path example, ValidationOptions options, ValidationResult result) {
        System.out.printf(
                "%s %s %s%n",
                result.isSuccessful() ? "ok  " : "FAIL",
                example.getFileName(),
                options.getProfiles().isEmpty() ? "" : options.getProfiles());
        for (SingleValidationMessage message : result.getMessages()) {
            if (message.getSeverity().ordinal() >= ResultSeverityEnum.WARNING.ordinal()
                    && !String.valueOf(message.getMessageId()).endsWith(NARRATIVE)) {
                System.out.printf(
                        "     %s %s %s%n",
                        message.getSeverity().getCode(), message.getLocationString(), message.getMessage());
            }
        }
        return result.isSuccessful();
    }

    private FhirValidator validator() {
        UnknownCodeSystemWarningValidationSupport unknownSystems =
                new UnknownCodeSystemWarningValidationSupport(context);
        unknownSystems.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        FhirInstanceValidator instanceValidator = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                definitions,
                new SnapshotGeneratingValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context),
                unknownSystems));
        instanceValidator.setErrorForUnknownProfiles(true);
        return context.newValidator().registerValidatorModule(instanceValidator);
    }
}
