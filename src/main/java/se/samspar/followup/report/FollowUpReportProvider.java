package se.samspar.followup.report;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.StringType;
import org.springframework.stereotype.Component;
import se.samspar.fhir.OperationProvider;
import se.samspar.fhir.ParameterRefused;
import se.samspar.fhir.Parsed;
import se.samspar.followup.CalendarPeriod;
import se.samspar.store.Operations;

/** The operation on reports: a file, or a Binary where a FHIR format is asked for by name. */
@Component
class FollowUpReportProvider implements OperationProvider {

    private static final Map<String, Format> FORMATS = Map.of(
            "csv", new Format("text/csv; charset=utf-8", CsvReport::of),
            "html", new Format("text/html; charset=utf-8", HtmlReport::of));

    private final Operations operations;
    private final FollowUpReportService reports;

    FollowUpReportProvider(Operations operations, FollowUpReportService reports) {
        this.operations = operations;
        this.reports = reports;
    }

    @Operation(name = "$follow-up-report", typeName = "MeasureReport", idempotent = true)
    public Binary report(
            @OperationParam(name = "period", min = 1, max = 1) StringType period,
            @OperationParam(name = "reporter", max = 1) StringType reporter,
            @OperationParam(name = "format", max = 1) CodeType format,
            ServletRequestDetails request) {
        CalendarPeriod asked = Parsed.text(period)
                .flatMap(CalendarPeriod::parse)
                .orElseThrow(() -> ParameterRefused.invalid(
                        "period",
                        "Parameter period is neither a month, a tertial nor a year.",
                        "Send a month, such as 2026-10, a tertial, such as 2026-T2, or a year, such as 2026."));
        Format as = Optional.ofNullable(FORMATS.get(Parsed.text(format).orElse("html")))
                .orElseThrow(() -> ParameterRefused.invalid(
                        "format", "Parameter format has no such code.", "Parameter format is one of csv, html."));
        return operations.read(
                request, "follow-up-report", () -> as.file(reports.report(asked, Parsed.text(reporter))));
    }

    private record Format(String contentType, Function<FollowUpReport, String> writer) {
        Binary file(FollowUpReport report) {
            Binary file = new Binary().setContentType(contentType);
            file.setData(writer.apply(report).getBytes(StandardCharsets.UTF_8));
            return file;
        }
    }
}
