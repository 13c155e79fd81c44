package se.samspar.experience;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.store.Operations;

/** The operation on experiences. */
@Component
class ExperienceProvider implements OperationProvider {

    private final Operations operations;
    private final ExperienceSummary summary;

    ExperienceProvider(Operations operations, ExperienceSummary summary) {
        this.operations = operations;
        this.summary = summary;
    }

    @Operation(name = "$experience-summary", typeName = "QuestionnaireResponse", idempotent = true)
    public Parameters summary(
            @OperationParam(name = "unit", max = 1) StringType unit,
            @OperationParam(name = "start", max = 1) DateTimeType start,
            @OperationParam(name = "end", max = 1) DateTimeType end,
            ServletRequestDetails request) {
        return operations.read(
                request,
                "experience-summary",
                () -> summary.of(Parsed.text(unit), Parsed.time("start", start), Parsed.time("end", end)));
    }
}
