package se.samspar.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The tables, in Markdown. A ratio is Samspår divided by plain HAPI; of several rounds, the median of their ratios. */
final class Report {

    private final Findings samspar;
    private final Findings plain;
    private final StringBuilder text = new StringBuilder();

    Report(Findings samspar, Findings plain) {
        this.samspar = samspar;
        this.plain = plain;
    }

    String write(Conditions conditions, List<String> otherStarts) {
        text.append(conditions.heading());
        speed();
        latencies();
        processor();
        startAndMemory(otherStarts);
        statements();
        text.append(conditions.footing(samspar, plain));
        return text.toString();
    }

    private void speed() {
        table(
                "Operations per second (ratio above 1: Samspår does more)",
                "work",
                "clients",
                "Samspår",
                "plain HAPI",
                "ratio");
        Cell.all().forEach(cell -> compare(cell, Sample::perSecond, "%.1f"));
    }

    private void processor() {
        table(
                "Processor time per operation, ms, server and PostgreSQL (ratio below 1: Samspår needs less)",
                "work",
                "clients",
                "Samspår",
                "plain HAPI",
                "ratio",
                "of it PostgreSQL, Samspår",
                "plain HAPI");
        Cell.all().forEach(cell -> {
            compare(cell, Sample::cpuMillisPerOperation, "%.1f");
            text.setLength(text.length() - 1);
            text.append(' ').append(database(samspar, cell)).append(" | ").append(database(plain, cell));
            text.append(" |\n");
        });
    }

    private static String database(Findings findings, Cell cell) {
        return format("%.1f", median(findings, cell, sample -> sample.databaseMillis() / sample.nanos().length));
    }

    private void compare(Cell cell, ToDoubleFunction<Sample> figure, String form) {
        row(
                cell.work().title(),
                String.valueOf(cell.clients()),
                format(form, median(samspar, cell, figure)),
                format(form, median(plain, cell, figure)),
                format("%.2f", ratio(cell, figure)));
    }

    private double ratio(Cell cell, ToDoubleFunction<Sample> figure) {
        List<Sample> ours = samspar.samples.get(cell);
        List<Sample> theirs = plain.samples.get(cell);
        return Findings.median(IntStream.range(0, ours.size())
                .mapToObj(round -> figure.applyAsDouble(ours.get(round)) / figure.applyAsDouble(theirs.get(round)))
                .toList());
    }

    private static double median(Findings findings, Cell cell, ToDoubleFunction<Sample> figure) {
        return Findings.median(
                findings.samples.get(cell).stream().map(figure::applyAsDouble).toList());
    }

    private void latencies() {
        table(
                "Latency p50/p95/p99, ms, all rounds together (ratio of p50 below 1: Samspår is quicker)",
                "work",
                "clients",
                "Samspår",
                "plain HAPI",
                "ratio of p50",
                "operations measured");
        Cell.all()
                .forEach(cell -> row(
                        cell.work().title(),
                        String.valueOf(cell.clients()),
                        percentiles(samspar, cell),
                        percentiles(plain, cell),
                        format("%.2f", samspar.percentile(cell, 0.5) / plain.percentile(cell, 0.5)),
                        operations(samspar, cell) + ", " + operations(plain, cell)));
    }

    private static String percentiles(Findings findings, Cell cell) {
        return format(
                "%.0f/%.0f/%.0f",
                findings.percentile(cell, 0.5), findings.percentile(cell, 0.95), findings.percentile(cell, 0.99));
    }

    private static int operations(Findings findings, Cell cell) {
        return findings.samples.get(cell).stream()
                .mapToInt(sample -> sample.nanos().length)
                .sum();
    }

    private void startAndMemory(List<String> otherStarts) {
        table("Start and memory", "", "Samspår", "plain HAPI", "ratio");
        figures(
                "first start, empty data folder (schema, search parameters; Samspår: demo region), s",
                List.of(samspar.firstStartSeconds),
                List.of(plain.firstStartSeconds));
        figures("start on an existing data folder, s", samspar.laterStartSeconds, plain.laterStartSeconds);
        figures("resident memory of the server before load, MB", samspar.idleMegabytes, plain.idleMegabytes);
        figures("resident memory of the server after load, MB", samspar.loadedMegabytes, plain.loadedMegabytes);
        figures("memory of PostgreSQL after load, MB", samspar.databaseMegabytes, plain.databaseMegabytes);
        otherStarts.forEach(text::append);
    }

    private void figures(String what, List<Double> ours, List<Double> theirs) {
        List<Double> ratios = IntStream.range(0, Math.min(ours.size(), theirs.size()))
                .mapToObj(round -> ours.get(round) / theirs.get(round))
                .toList();
        String form = what.endsWith("MB") ? "%.0f" : "%.1f";
        row(
                what,
                format(form, Findings.median(ours)),
                format(form, Findings.median(theirs)),
                format("%.2f", Findings.median(ratios)));
    }

    private void statements() {
        table(
                "SQL per request: statements (SELECT + INSERT, UPDATE, DELETE) in transactions",
                "work",
                "Samspår",
                "plain HAPI");
        samspar.statements
                .keySet()
                .forEach(work -> row(work.title(), statements(samspar, work), statements(plain, work)));
    }

    private static String statements(Findings findings, Work work) {
        Statements count = Statements.perRequest(findings.statements.get(work));
        return format("%.1f (%.1f + %.1f) in %.1f", count.all(), count.reads(), count.writes(), count.transactions());
    }

    private void table(String title, String... columns) {
        text.append("\n### ").append(title).append("\n\n");
        row(columns);
        List<String> rules = new ArrayList<>();
        for (String column : columns) {
            rules.add(List.of("work", "").contains(column) ? "---" : "---:");
        }
        row(rules.toArray(String[]::new));
    }

    private void row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    private static String format(String form, Object... values) {
        return String.format(Locale.ROOT, form, values).replace("NaN", "–");
    }
}
