package se.samspar.server;

import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationOptions;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.springframework.stereotype.Component;
import se.samspar.fhir.generated.RuleCode;
import se.samspar.rule.Finding;
import se.samspar.store.AccessLabels;
import se.samspar.store.Judgement;
import se.samspar.store.StructureCheck;

/**
 * Validates what is written against our profile of its type. An invariant whose key is the code of a rule is that rule;
 * everything else comes under {@code profile-conformance}. A code that the definitions here cannot tell to be right or
 * wrong is {@code code-known}.
 */
@Component
class ProfileCheck implements StructureCheck {

    /** HAPI's id of what terminology says about a code, as opposed to a binding. */
    private static final String ABOUT_A_CODE = "Terminology_PassThrough_TX_Message";

    /** How HAPI words a violated invariant: its text stands between the key and where it is defined. */
    private static final String INVARIANT = "(?s)^Constraint failed: [\\w-]+: '(.*)' \\(defined in .*\\)$";

    private final FhirValidator validator;
    private final ProfileOfType profiles;
    private final PublishedRules rules;

    ProfileCheck(ProfileValidation validation, ProfileOfType profiles, PublishedRules rules) {
        validator = validation.validator();
        this.profiles = profiles;
        this.rules = rules;
    }

    @Override
    public List<Judgement> check(Resource resource) {
        // HAPI validates the text that a resource was parsed from, if it still has it, whatever has been changed since.
        Resource asWritten = resource.copy();
        AccessLabels.remove(asWritten);
        ValidationOptions options = new ValidationOptions();
        profiles.of(asWritten).ifPresent(options::addProfile);
        return validator.validateWithResult(asWritten, options).getMessages().stream()
                .filter(message -> isFault(message) || isUnknownCode(message))
                .map(this::judgement)
                .distinct()
                .toList();
    }

    private static boolean isFault(SingleValidationMessage message) {
        return message.getSeverity().ordinal() >= ResultSeverityEnum.ERROR.ordinal();
    }

    private static boolean isUnknownCode(SingleValidationMessage message) {
        return message.getSeverity() == ResultSeverityEnum.WARNING && ABOUT_A_CODE.equals(message.getMessageId());
    }

    private Judgement judgement(SingleValidationMessage message) {
        String code = isFault(message)
                ? ruleOf(message).orElse(RuleCode.PROFILE_CONFORMANCE.code())
                : RuleCode.CODE_KNOWN.code();
        return rules.judge(
                code,
                Finding.at(message.getLocationString(), message.getMessage().replaceAll(INVARIANT, "$1")));
    }

    /** HAPI identifies a violated invariant as {@code profile#key}. */
    private Optional<String> ruleOf(SingleValidationMessage message) {
        String id = String.valueOf(message.getMessageId());
        String key = id.substring(id.lastIndexOf('#') + 1);
        return rules.have(key) ? Optional.of(key) : Optional.empty();
    }
}
