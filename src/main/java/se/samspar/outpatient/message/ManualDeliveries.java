package se.samspar.outpatient.message;

import java.util.List;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.Extensions;

/** How receivers without access were reached (OVP-12), as the parameter {@code manualDelivery} of operations says it. */
public final class ManualDeliveries {

    private ManualDeliveries() {}

    /** As extensions of the message, which its profile judges. */
    public static List<Extension> of(List<ParametersParameterComponent> parameters) {
        return Parsed.all(parameters).stream().map(ManualDeliveries::extension).toList();
    }

    private static Extension extension(ParametersParameterComponent parameter) {
        Extension delivery = new Extension(Extensions.MANUAL_DELIVERY);
        parameter.getPart().forEach(part -> delivery.addExtension(part.getName(), part.getValue()));
        return delivery;
    }
}
