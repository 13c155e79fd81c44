package se.samspar.followup.report;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Measure;
import org.springframework.web.util.HtmlUtils;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.IndicatorStratifier;
import se.samspar.followup.CalendarPeriod;
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

    private static final int MONTHS_OF_A_TREND = 2;

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
               %5$s%6$s
               </body>
               </html>
               """
                .formatted(
                        escape(title),
                        escape(report.name()),
                        STYLE,
                        NOT_TOLD,
                        report.sections().stream()
                                .filter(HtmlReport::tells)
                                .map(HtmlReport::section)
                                .collect(Collectors.joining()),
                        silent(report.sections().stream()
                                .filter(section -> !tells(section))
                                .toList()));
    }

    /** Is there a figure of it, of the period or of a month? */
    private static boolean tells(Section section) {
        return Stream.concat(section.rows().stream(), section.months().values().stream())
                .anyMatch(Amounts::tells);
    }

    /** A clinic has no figures of much that a health centre does, and the other way round. */
    private static String silent(List<Section> sections) {
        return sections.isEmpty()
                ? ""
                : "<section>\n<h2>Utan uppgifter</h2>\n<p>Inget har hänt, eller för få personer är berörda, under perioden och månaderna före:</p>\n<ul>\n%s</ul>\n</section>\n"
                        .formatted(sections.stream()
                                .map(section -> "<li>%s</li>\n"
                                        .formatted(escape(section.measure().getTitle())))
                                .collect(Collectors.joining()));
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
        String unit = Amounts.unit(section.measure());
        List<String> parts = new ArrayList<>();
        parts.add("Perioden: "
                + Amounts.value(whole).map(value -> Amounts.amount(value, unit)).orElse(NOT_TOLD + " " + unit));
        Amounts.target(section, Extensions.INDICATOR_BASELINE)
                .ifPresent(value -> parts.add("utgångsläge: " + Amounts.amount(value, unit)));
        Amounts.target(section, Extensions.INDICATOR_TARGET)
                .ifPresent(value -> parts.add("mål: " + Amounts.amount(value, unit)));
        if (isAimedAt(section)) {
            parts.add(isBetterHigher(section.measure()) ? "högre är bättre" : "lägre är bättre");
        }
        return String.join("; ", parts) + ".";
    }

    /** A number without a target is neither good nor bad. */
    private static boolean isAimedAt(Section section) {
        return section.report().getGroupFirstRep().hasMeasureScore()
                || Amounts.target(section, Extensions.INDICATOR_TARGET).isPresent();
    }

    private static boolean isBetterHigher(Measure measure) {
        return "increase"
                .equals(measure.getImprovementNotation().getCodingFirstRep().getCode());
    }

    private static String chart(Section section) {
        List<Optional<BigDecimal>> values =
                section.months().values().stream().map(Amounts::value).toList();
        if (values.stream().filter(Optional::isPresent).count() < MONTHS_OF_A_TREND) {
            return "<p>Det finns för få månader att visa i ett diagram.</p>\n";
        }
        Optional<BigDecimal> baseline = Amounts.target(section, Extensions.INDICATOR_BASELINE);
        Optional<BigDecimal> target = Amounts.target(section, Extensions.INDICATOR_TARGET);
        String unit = Amounts.unit(section.measure());
        Optional<LengthOfTime> length = Stream.concat(values.stream(), Stream.of(baseline, target))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .filter(longest -> unit.equals(LengthOfTime.MINUTES.word()))
                .map(LengthOfTime::of);
        UnaryOperator<BigDecimal> drawn =
                value -> length.map(known -> known.in(value)).orElse(value);
        TrendChart chart = new TrendChart(
                length.map(LengthOfTime::word).orElse(unit),
                section.months().keySet().stream().map(CalendarPeriod::name).toList());
        chart.values("Månad", values.stream().map(value -> value.map(drawn)).toList());
        baseline.map(drawn).ifPresent(value -> chart.baseline("Utgångsläge", value));
        target.map(drawn).ifPresent(value -> chart.target("Mål", value));
        return "<figure>%s</figure>\n"
                .formatted(
                        chart.svg(
                                "chart-" + section.id(),
                                section.measure().getTitle(),
                                "Linje månad för månad; utgångsläge prickat och mål streckat, där de finns. Värdena finns i tabellen efter diagrammet."));
    }

    private static String months(Section section) {
        List<Row> rows = List.copyOf(section.months().values());
        List<String> names =
                section.months().keySet().stream().map(CalendarPeriod::label).toList();
        return table("Månad för månad", "Månad", names, rows);
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

    /** Nothing where no row has a figure. */
    private static String table(String caption, String head, List<String> names, List<Row> rows) {
        if (rows.stream().noneMatch(Amounts::tells)) {
            return "";
        }
        boolean isShare = rows.stream()
                .anyMatch(row -> row.numerator().isPresent() || row.masked().contains("numerator"));
        boolean isScore = rows.stream()
                .anyMatch(row -> row.score().isPresent() || row.masked().contains("score"));
        StringBuilder table = new StringBuilder("<table>\n<caption>%s</caption>\n<thead>".formatted(escape(caption)));
        row(
                table,
                "th scope=\"col\"",
                columns(isShare, isScore, head, "Antal", "Uppfyller", isShare ? "Andel %" : "Median"));
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
                            row.score()
                                    .map(score -> Amounts.score(score, row.unit()))
                                    .orElse(NOT_TOLD)));
        }
        return table.append("</tbody>\n</table>\n").toString();
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

    private static String name(Coding coding) {
        return IndicatorStratifier.of(coding.getCode())
                .map(IndicatorStratifier::display)
                .orElse(coding.getCode());
    }
}
