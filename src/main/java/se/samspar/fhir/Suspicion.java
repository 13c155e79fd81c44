package se.samspar.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.ServiceRequest;
import se.samspar.fhir.generated.Extensions;

/** The well-founded suspicion of a standardised cancer pathway (TRK-2). */
public final class Suspicion {

    private Suspicion() {}

    /** The day from which lead times count; empty for other requests. */
    public static Optional<DateType> day(ServiceRequest request) {
        return request.getExtensionsByUrl(Extensions.SVF_SUSPICION).stream()
                .findFirst()
                .flatMap(suspicion -> Parts.of(suspicion, "date", DateType.class))
                .filter(DateType::hasValue);
    }
}
