package se.samspar.deviation;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.AdverseEvent;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.Parsed;
import se.samspar.fhir.generated.DeviationKind;
import se.samspar.store.AnswerBundle;
import se.samspar.store.Justification;
import se.samspar.store.Operations;

/** The operations on deviations. */
@Component
class DeviationProvider implements OperationProvider {

    private static final String TYPE = "AdverseEvent";

    private final Operations operations;
    private final DeviationService deviations;
    private final DeviationSummary summary;

    DeviationProvider(Operations operations, DeviationService deviations, DeviationSummary summary) {
        this.operations = operations;
        this.deviations = deviations;
        this.summary = summary;
    }

    @Operation(name = "$report-deviation", typeName = TYPE)
    public Bundle report(
            @OperationParam(name = "concerns", min = 1, max = 1) Reference concerns,
            @OperationParam(name = "unit", min = 1, max = 1) Reference unit,
            @OperationParam(name = "text", min = 1, max = 1) StringType text,
            @OperationParam(name = "kind", max = 1) CodeType kind,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        Optional<DeviationKind> sort = Parsed.text(kind).map(code -> Parsed.code("kind", kind, DeviationKind.values()));
        return operations.change(
                request,
                "report-deviation",
                Bundle.class,
                () -> AnswerBundle.of(
                        deviations.report(concerns, unit, text.getValue(), sort, Justification.of(justification)),
                        request));
    }

    @Operation(name = "$answer", typeName = TYPE)
    public Bundle answer(
            @IdParam IdType id,
            @OperationParam(name = "text", min = 1, max = 1) StringType text,
            @OperationParam(name = "measure", max = OperationParam.MAX_UNLIMITED) List<StringType> measure,
            @OperationParam(name = "justification", max = OperationParam.MAX_UNLIMITED)
                    List<ParametersParameterComponent> justification,
            ServletRequestDetails request) {
        List<String> measures =
                Parsed.all(measure).stream().map(StringType::getValue).toList();
        return operations.change(
                request,
                "answer",
                AdverseEvent.class,
                id,
                Bundle.class,
                deviation -> AnswerBundle.of(
                        deviations.answer(deviation, text.getValue(), measures, Justification.of(justification)),
                        request));
    }

    @Operation(name = "$deviation-summary", typeName = TYPE, idempotent = true)
    public Parameters summary(
            @OperationParam(name = "unit", max = 1) StringType unit,
            @OperationParam(name = "start", max = 1) DateTimeType start,
            @OperationParam(name = "end", max = 1) DateTimeType end,
            ServletRequestDetails request) {
        return operations.read(
                request,
                "deviation-summary",
                () -> summary.of(Parsed.text(unit), Parsed.time("start", start), Parsed.time("end", end)));
    }
}
