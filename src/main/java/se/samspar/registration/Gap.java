package se.samspar.registration;

import java.util.List;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Encounter;
import se.samspar.fhir.generated.RuleCode;

/**
 * What a registration lacks.
 *
 * @param missing the rules that it does not meet yet
 * @param since when the contact took place
 */
record Gap(Encounter encounter, List<RuleCode> missing, DateTimeType since) {}
