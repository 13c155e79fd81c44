package se.samspar.followup.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.hl7.fhir.r4.model.Quantity;
import org.springframework.web.util.HtmlUtils;
import se.samspar.fhir.Parts;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.followup.CalendarPeriod;
import se.samspar.followup.Indicators;
import se.samspar.followup.report.FollowUpReport.Section;

/** A report as one HTML file in Swedish, without scripts or anything from elsewhere, to be read on a screen or printed. */
final class HtmlReport {

    private static final String STYLE =
            """
            body{font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;max-width:52rem;margin:2rem auto;padding:0 1rem}
            h1{font-size:1.7rem;margin-bottom:0}h2{font-size:1.25rem;margin-top:2.5rem}h3{font-size:1rem}
            table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem;font-variant-numeric:tabular-nums}
            caption{text-align:left;font-weight:600;padding:.25rem 0}
            th,td{border-bottom:1px solid #bbb;padding:.2rem .5rem;text-align:right}
            th:first-child,td:first-child{text-align:left}svg{width:100%;height:auto}
            @page{size:A4;margin:15mm}
            @media print{body{font-size:10.5pt;max-width:none;margin:0;padding:0}
            section{break-inside:avoid-page}tr,figure{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}}
            """;

    private static final String NOT_TOLD = "–";

    static final String PER_CENT = "procent";
    private static final String MINUTES = "minuter";
    private static final BigDecimal MINUTES_OF_A_DAY = BigDecimal.valueOf(24 * 60);

    private HtmlReport() {}

    static String of(FollowUpReport report) {
        String title = "Uppföljning " + report.period().label();
        return """
               <!DOCTYPE html>
               <html lang="sv">
               <head>
               <meta charset="utf-8">
               <meta name="viewport" content="width=device-width, initial-scale=1">
               <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
               <title>%1$s, %2$s</title>
               <style>%3$s</style>
               </head>
               <body>
               <h1>%1$s</h1>
               <p>%2$s</p>
               <p>%4$s betyder att uppgiften är utelämnad, så att ingen person kan kännas igen. Siffrorna är de som gällde när
               rapporten togs fram.</p>
               %5$s
               </body>
               </html>
               """
                .formatted(
                        escape(title),
                        escape(report.name()),
                        STYLE,
                        NOT_TOLD,
                        report.sections().stream().map(HtmlReport::section).collect(Collectors.joining()));
    }

    /** Text that stands in the file, whoever wrote it. */
    static String escape(String text) {
        return HtmlUtils.htmlEscape(text, StandardCharsets.UTF_8.name());
    }

    private static String section(Section section) {
        Row whole = Row.whole(section.report().getGroupFirstRep());
        String strata = section.rows().stream()
                .filter(row -> row.stratifier().isPresent())
                .collect(Collectors.groupingBy(
                        row -> row.stratifier().map(HtmlReport::name).orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .map(by ->
                        table("Efter " + by.getKey().toLowerCase(CalendarPeriod.SWEDISH), by.getKey(), by.getValue()))
                .collect(Collectors.joining());
        return "<section>\n<h2>%s</h2>\n<p>%s</p>\n%s%s%s</section>\n"
                .formatted(
                        escape(section.measure().getTitle()),
                        escape(sentence(section, whole)),
                        chart(section),
                        months(section),
                        strata);
    }

    private static String sentence(Section section, Row whole) {
        String unit = unit(section.measure());
        List<String> parts = new ArrayList<>();
        parts.add("Perioden: " + value(whole).map(value -> amount(value, unit)).orElse(NOT_TOLD + " " + unit));
        target(section, Extensions.INDICATOR_BASELINE)
                .ifPresent(value -> parts.add("utgångsläge: " + amount(value, unit)));
        target(section, Extensions.INDICATOR_TARGET).ifPresent(value -> parts.add("mål: " + amount(value, unit)));
        boolean up = "increase"
                .equals(section.measure()
                        .getImprovementNotation()
                        .getCodingFirstRep()
                        .getCode());
        parts.add(up ? "högre är bättre" : "lägre är bättre");
        return String.join("; ", parts) + ".";
    }

    /** Nobody reads days off minutes. */
    private static String amount(BigDecimal value, String unit) {
        String amount = number(value) + " " + unit;
        return unit.equals(MINUTES) && value.compareTo(MINUTES_OF_A_DAY) >= 0
                ? amount + " (" + number(value.divide(MINUTES_OF_A_DAY, 1, RoundingMode.HALF_UP)) + " dygn)"
                : amount;
    }

    private static String chart(Section section) {
        List<Row> rows = List.copyOf(section.months().values());
        List<Optional<BigDecimal>> values = rows.stream().map(HtmlReport::value).toList();
        if (values.stream().noneMatch(Optional::isPresent)) {
            return "<p>Det finns inga månader att visa i ett diagram.</p>\n";
        }
        String title = section.measure().getTitle();
        TrendChart chart = new TrendChart(
                unit(section.measure()),
                section.months().keySet().stream().map(CalendarPeriod::name).toList());
        chart.values("Månad", values);
        target(section, Extensions.INDICATOR_BASELINE).ifPresent(value -> chart.baseline("Utgångsläge", value));
        target(section, Extensions.INDICATOR_TARGET).ifPresent(value -> chart.target("Mål", value));
        return "<figure>%s</figure>\n"
                .formatted(
                        chart.svg(
                                "chart-" + section.id(),
                                title,
                                "Linje månad för månad; utgångsläge prickat och mål streckat, där de finns. Värdena finns i tabellen efter diagrammet."));
    }

    private static String months(Section section) {
        List<Row> rows = List.copyOf(section.months().values());
        List<String> names =
                section.months().keySet().stream().map(CalendarPeriod::label).toList();
        return rows.isEmpty() ? "" : table("Månad för månad", "Månad", names, rows);
    }

    private static String table(String caption, String head, List<Row> rows) {
        return table(caption, head, rows.stream().map(HtmlReport::stratum).toList(), rows);
    }

    private static String stratum(Row row) {
        boolean isSex = row.stratifier()
                .filter(by -> IndicatorStratifier.SEX.code().equals(by.getCode()))
                .isPresent();
        return switch (row.stratum()) {
            case Row.MASKED -> "Utelämnade tillsammans";
            case "unknown" -> "Okänt";
            default -> isSex ? sex(row.stratum()) : row.stratumName();
        };
    }

    private static String sex(String code) {
        return switch (code) {
            case "female" -> "Kvinnor";
            case "male" -> "Män";
            default -> "Annat kön";
        };
    }

    private static String table(String caption, String head, List<String> names, List<Row> rows) {
        boolean isShare = rows.stream()
                .anyMatch(row -> row.numerator().isPresent() || row.masked().contains("numerator"));
        boolean isScore = rows.stream()
                .anyMatch(row -> row.score().isPresent() || row.masked().contains("score"));
        StringBuilder table = new StringBuilder("<table>\n<caption>%s</caption>\n<thead>".formatted(escape(caption)));
        row(
                table,
                "th scope=\"col\"",
                columns(isShare, isScore, head, "Antal", "Uppfyller", isShare ? "Andel %" : median(rows)));
        table.append("</thead>\n<tbody>\n");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            row(
                    table,
                    "td",
                    columns(
                            isShare,
                            isScore,
                            names.get(i),
                            row.count().map(String::valueOf).orElse(NOT_TOLD),
                            row.numerator().map(String::valueOf).orElse(NOT_TOLD),
                            row.score().map(HtmlReport::number).orElse(NOT_TOLD)));
        }
        return table.append("</tbody>\n</table>\n").toString();
    }

    /** With its unit, which a row has of which the median is told. */
    private static String median(List<Row> rows) {
        return rows.stream()
                .map(Row::unit)
                .filter(unit -> !unit.isEmpty())
                .findFirst()
                .map(unit -> "Median " + unit)
                .orElse("Median");
    }

    private static Stream<String> columns(
            boolean isShare, boolean isScore, String name, String count, String numerator, String score) {
        return Stream.of(
                        Optional.of(name),
                        Optional.of(count),
                        Optional.of(numerator).filter(any -> isShare),
                        Optional.of(score).filter(any -> isScore))
                .flatMap(Optional::stream);
    }

    private static void row(StringBuilder table, String tag, Stream<String> cells) {
        table.append("<tr>");
        cells.forEach(cell -> table.append("<%s>%s</%s>".formatted(tag, escape(cell), tag.substring(0, 2))));
        table.append("</tr>\n");
    }

    /** What an indicator is about: its share or median, or the number where it is a count. */
    private static Optional<BigDecimal> value(Row row) {
        return row.score().isPresent() || row.masked().contains("score")
                ? row.score()
                : row.count().map(BigDecimal::valueOf);
    }

    /** Of a share or time: a number is greater the more are counted, and what the region aims at is no measure of a unit's. */
    private static Optional<BigDecimal> target(Section section, String url) {
        boolean isCount = !section.report().getGroupFirstRep().hasMeasureScore();
        return isCount && section.report().hasReporter()
                ? Optional.empty()
                : Optional.ofNullable(section.measure().getExtensionByUrl(url))
                        .flatMap(extension -> Parts.of(extension, "value", Quantity.class))
                        .map(Quantity::getValue);
    }

    private static String unit(Measure measure) {
        return switch (String.valueOf(Indicators.unit(measure).getCode())) {
            case "%" -> PER_CENT;
            case "min" -> MINUTES;
            case "d" -> "dagar";
            default -> "stycken";
        };
    }

    private static String name(Coding coding) {
        return IndicatorStratifier.of(coding.getCode())
                .map(IndicatorStratifier::display)
                .orElse(coding.getCode());
    }

    private static String number(BigDecimal value) {
        return NumberFormat.getInstance(CalendarPeriod.SWEDISH).format(value);
    }
}
