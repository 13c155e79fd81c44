package se.samspar.followup;

import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.codesystems.MeasurePopulation;
import se.samspar.fhir.generated.Extensions;

/** What an indicator's Measure says of its figures. */
public final class Indicators {

    private Indicators() {}

    /** Is it the code of the population that meets the criterion? */
    public static boolean isNumerator(CodeableConcept population) {
        return population.hasCoding(MeasurePopulation.NUMERATOR.getSystem(), MeasurePopulation.NUMERATOR.toCode());
    }

    /** The unit of measure; without a code where it names none. */
    public static Coding unit(Measure measure) {
        return Optional.ofNullable(measure.getExtensionByUrl(Extensions.INDICATOR_UNIT))
                .map(Extension::getValue)
                .map(Coding.class::cast)
                .orElseGet(Coding::new);
    }
}
