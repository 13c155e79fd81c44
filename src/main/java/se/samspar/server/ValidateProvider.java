package se.samspar.server;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ValidationOptions;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import se.samspar.store.Rehearsal;

/**
 * {@code $validate} of one resource type: as in FHIR, and with {@code mode=create} or {@code update} the business rules
 * run too, by doing the write and taking it back.
 */
class ValidateProvider implements IResourceProvider {

    private final Class<? extends Resource> type;
    private final FhirValidator validator;
    private final ProfileOfType profiles;
    private final Rehearsal rehearsal;

    ValidateProvider(
            Class<? extends Resource> type, FhirValidator validator, ProfileOfType profiles, Rehearsal rehearsal) {
        this.type = type;
        this.profiles = profiles;
        this.validator = validator;
        this.rehearsal = rehearsal;
    }

    @Override
    public Class<? extends IBaseResource> getResourceType() {
        return type;
    }

    @Operation(name = "$validate", idempotent = true)
    public OperationOutcome validate(
            @OperationParam(name = "resource") IBaseResource resource,
            @OperationParam(name = "mode") StringType mode,
            @OperationParam(name = "profile") UriType profile,
            RequestDetails request) {
        return validate(null, resource, mode, profile, request);
    }

    @Operation(name = "$validate", idempotent = true)
    public OperationOutcome validate(
            @IdParam IdType id,
            @OperationParam(name = "resource") IBaseResource resource,
            @OperationParam(name = "mode") StringType mode,
            @OperationParam(name = "profile") UriType profile,
            RequestDetails request) {
        if (!type.isInstance(resource)) {
            throw new InvalidRequestException("Parameter resource must be a " + type.getSimpleName() + ".");
        }
        return switch (mode == null ? "" : mode.getValueNotNull()) {
            case "create" -> rehearsal.create(request, type.cast(resource));
            case "update" -> rehearsal.update(request, id, type.cast(resource));
            case "", "profile" -> structure((Resource) resource, profile);
            default -> throw new InvalidRequestException("Parameter mode must be create, update or profile.");
        };
    }

    private OperationOutcome structure(Resource resource, UriType profile) {
        ValidationOptions options = new ValidationOptions();
        if (profile == null) {
            profiles.of(resource).ifPresent(options::addProfile);
        } else {
            options.addProfile(profile.getValue());
        }
        OperationOutcome outcome = (OperationOutcome)
                validator.validateWithResult(resource, options).toOperationOutcome();
        // Where the rules say their findings, so that clients read one place whatever the mode.
        outcome.getIssue().forEach(issue -> issue.getDetails().setText(issue.getDiagnostics()));
        if (!outcome.hasIssue()) {
            outcome.addIssue()
                    .setSeverity(IssueSeverity.INFORMATION)
                    .setCode(IssueType.INFORMATIONAL)
                    .setDiagnostics("No issues detected during validation");
        }
        return outcome;
    }
}
