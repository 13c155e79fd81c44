package se.samspar.store;

import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;
import java.util.ArrayList;
import java.util.List;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.RuleCode;

/**
 * Why a rule was set aside and with whom that was agreed (TRK-10). Travels in an extension of the written resource; the
 * gate takes it off and keeps it as Provenance.
 *
 * @param rule code of the rule set aside
 * @param agreedWith with whom it was agreed; may be empty
 */
public record Justification(String rule, String reason, String agreedWith) {

    /** What sets nothing aside is a mistake that would go unnoticed. */
    public Justification {
        if (RuleCode.of(rule).isEmpty()) {
            throw new UnprocessableEntityException("justification.rule is no code of CodeSystem/rule.");
        }
    }

    /** Reads the {@code justification} parameters of an operation. */
    public static List<Justification> of(List<ParametersParameterComponent> parameters) {
        return parameters == null
                ? List.of()
                : parameters.stream()
                        .map(parameter -> new Justification(
                                part(parameter, "rule"), part(parameter, "reason"), part(parameter, "agreedWith")))
                        .toList();
    }

    private static String part(ParametersParameterComponent parameter, String name) {
        return parameter.getPart().stream()
                .filter(part -> name.equals(part.getName()) && part.getValue() != null)
                .map(part -> part.getValue().primitiveValue())
                .findFirst()
                .orElse("");
    }

    /** Puts it on a resource that is about to be written. */
    public void attachTo(DomainResource resource) {
        Extension extension = resource.addExtension().setUrl(Extensions.RULE_JUSTIFICATION);
        extension.addExtension("rule", new CodeType(rule));
        extension.addExtension("reason", new StringType(reason));
        if (!agreedWith.isBlank()) {
            extension.addExtension("agreedWith", new StringType(agreedWith));
        }
    }

    /** Takes the justifications off the resource. */
    static List<Justification> detachFrom(Resource resource) {
        List<Justification> detached = new ArrayList<>();
        if (resource instanceof DomainResource domainResource) {
            domainResource.getExtensionsByUrl(Extensions.RULE_JUSTIFICATION).forEach(extension -> {
                detached.add(new Justification(
                        part(extension, "rule"), part(extension, "reason"), part(extension, "agreedWith")));
            });
            domainResource
                    .getExtension()
                    .removeIf(extension -> Extensions.RULE_JUSTIFICATION.equals(extension.getUrl()));
        }
        return detached;
    }

    /** A justification counts only when it says why. */
    boolean justifies(String code) {
        return rule.equals(code) && !reason.isBlank();
    }

    private static String part(Extension extension, String name) {
        Extension part = extension.getExtensionByUrl(name);
        return part == null || part.getValue() == null ? "" : part.getValue().primitiveValue();
    }
}
