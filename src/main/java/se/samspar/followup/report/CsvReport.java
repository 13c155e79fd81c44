package se.samspar.followup.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;

/** A report as CSV (RFC 4180), whose cells no spreadsheet takes for formulas. */
final class CsvReport {

    private static final List<String> HEAD = List.of(
            "period",
            "reporter",
            "reporter_name",
            "measure",
            "title",
            "stratifier",
            "stratum",
            "stratum_name",
            "count",
            "numerator",
            "score",
            "unit",
            "masked");

    private static final String END_OF_LINE = "\r\n";

    private CsvReport() {}

    static String of(FollowUpReport report) {
        return Stream.concat(Stream.of(HEAD), report.sections().stream().flatMap(section -> section.rows().stream()
                        .map(row -> cells(report, section, row))))
                .map(cells -> cells.stream().map(CsvReport::cell).collect(Collectors.joining(",")) + END_OF_LINE)
                .collect(Collectors.joining());
    }

    private static List<String> cells(FollowUpReport report, FollowUpReport.Section section, Row row) {
        return List.of(
                report.period().name(),
                report.reporter().map("Organization/"::concat).orElse(""),
                report.name(),
                section.id(),
                section.measure().getTitle(),
                row.stratifier().map(Coding::getCode).orElse(""),
                row.stratum(),
                row.stratumName(),
                row.count().map(String::valueOf).orElse(""),
                row.numerator().map(String::valueOf).orElse(""),
                row.score().map(score -> score.toPlainString()).orElse(""),
                row.unit(),
                String.join(" ", row.masked()));
    }

    /** An apostrophe before what a spreadsheet would run; no figure begins so. */
    private static String cell(String value) {
        String harmless = value.matches("(?s)\\s*[=+\\-@].*|[\\t\\r\\n].*") ? "'" + value : value;
        return harmless.matches("(?s).*[\",\\r\\n].*") ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }
}
