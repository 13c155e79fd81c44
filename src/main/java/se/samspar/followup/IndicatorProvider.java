package se.samspar.followup;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.Parsed;
import se.samspar.store.Operations;

/** The operation on indicators. */
@Component
class IndicatorProvider implements OperationProvider {

    private static final Map<String, MeasureReportType> TYPES = Map.of(
            "population", MeasureReportType.SUMMARY,
            "subject-list", MeasureReportType.SUBJECTLIST);

    private final Operations operations;
    private final IndicatorService indicators;
    private final Clock clock;

    IndicatorProvider(Operations operations, IndicatorService indicators, Clock clock) {
        this.operations = operations;
        this.indicators = indicators;
        this.clock = clock;
    }

    @Operation(name = "$evaluate-measure", typeName = "Measure", idempotent = true)
    public MeasureReport evaluate(
            @IdParam IdType id,
            @OperationParam(name = "periodStart", min = 1, max = 1) DateType periodStart,
            @OperationParam(name = "periodEnd", min = 1, max = 1) DateType periodEnd,
            @OperationParam(name = "reporter", max = 1) StringType reporter,
            @OperationParam(name = "reportType", max = 1) CodeType reportType,
            ServletRequestDetails request) {
        MeasureReportType type = type(Parsed.text(reportType));
        ReportPeriod period = ReportPeriod.of(periodStart, periodEnd, clock.instant());
        return operations.read(
                request, "evaluate-measure", () -> indicators.live(id, period, Parsed.text(reporter), type));
    }

    private static MeasureReportType type(Optional<String> code) {
        return Optional.ofNullable(TYPES.get(code.orElse("population")))
                .orElseThrow(() -> ParameterRefused.invalid(
                        "reportType",
                        "Parameter reportType has no such code.",
                        "Parameter reportType is one of population, subject-list."));
    }
}
