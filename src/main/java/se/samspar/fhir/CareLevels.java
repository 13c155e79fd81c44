package se.samspar.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Organization;
import se.samspar.fhir.generated.CareLevel;
import se.samspar.fhir.generated.Extensions;

/** Where a unit stands in the care chain. */
public final class CareLevels {

    private CareLevels() {}

    /** Empty when it does not say, or says it in a code that is not ours. */
    public static Optional<CareLevel> of(Organization unit) {
        return Optional.ofNullable(unit.getExtensionByUrl(Extensions.CARE_LEVEL))
                .map(Extension::getValue)
                .filter(Coding.class::isInstance)
                .map(Coding.class::cast)
                .flatMap(coding -> CareLevel.of(coding.getCode()).filter(level -> level.matches(coding)));
    }
}
