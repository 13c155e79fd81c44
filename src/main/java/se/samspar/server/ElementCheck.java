package se.samspar.server;

import ca.uhn.fhir.validation.IValidationContext;
import ca.uhn.fhir.validation.IValidatorModule;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;

/** Looks at every element of a resource, beside its profile and wherever a resource is validated. */
abstract class ElementCheck implements IValidatorModule {

    /** What is wrong with an element, apart from those within it. */
    abstract Optional<String> fault(Base element);

    @Override
    public final void validateResource(IValidationContext<IBaseResource> context) {
        if (context.getResource() instanceof Base resource) {
            check(resource, resource.fhirType(), context);
        }
    }

    private void check(Base element, String path, IValidationContext<IBaseResource> context) {
        fault(element).ifPresent(text -> context.addValidationMessage(message(text, path)));
        for (Property child : element.children()) {
            List<Base> values = child.getValues();
            for (int i = 0; i < values.size(); i++) {
                String index = child.isList() ? "[" + i + "]" : "";
                check(values.get(i), path + "." + child.getName() + index, context);
            }
        }
    }

    private static SingleValidationMessage message(String text, String path) {
        SingleValidationMessage message = new SingleValidationMessage();
        message.setSeverity(ResultSeverityEnum.ERROR);
        message.setLocationString(path);
        message.setMessage(text);
        return message;
    }
}
