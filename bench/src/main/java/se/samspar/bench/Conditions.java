package se.samspar.bench;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Under what the figures came about: without it they say nothing. */
final class Conditions {

    private static final double BUSY = 0.1;

    private final Options options;
    private final LocalDateTime begin = LocalDateTime.now();

    Conditions(Options options) {
        this.options = options;
    }

    String heading() {
        return """
                ## %s%s

                %d cores (%s), %d GiB memory, Java %s with %s for either server; Samspår %s.
                %d round(s) of %d s per line, %d tasks in the inbox, one server at a time.
                """
                .formatted(
                        begin.format(DateTimeFormatter.ISO_LOCAL_DATE),
                        options.quick() ? " (quick run: shows that everything works, measures little)" : "",
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        Math.round(Double.parseDouble(
                                        field("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                                / 1024
                                / 1024),
                        Runtime.version(),
                        String.join(" ", options.java()),
                        options.commit(),
                        options.rounds(),
                        options.seconds(),
                        options.tasks());
    }

    String footing(Findings samspar, Findings plain) {
        return """

                Servers were %s s (Samspår) and %s s (plain HAPI) old when measured, and held %s and %s tasks.
                Other programs used %s of the machine's processor time while it was measured%s.
                PostgreSQL %s; settings that differ between the two: %s.
                """
                .formatted(
                        joined(samspar.ageSeconds),
                        joined(plain.ageSeconds),
                        joined(samspar.tasks),
                        joined(plain.tasks),
                        percent(foreign(samspar, plain)),
                        foreign(samspar, plain) > BUSY ? ": too much for the figures to be relied on" : "",
                        samspar.settings.get("server_version"),
                        differences(samspar, plain));
    }

    private static double foreign(Findings samspar, Findings plain) {
        return Findings.median(Stream.of(samspar, plain)
                .flatMap(findings -> findings.samples.values().stream())
                .flatMap(List::stream)
                .map(Sample::foreign)
                .sorted(Comparator.naturalOrder())
                .toList());
    }

    private static String differences(Findings samspar, Findings plain) {
        TreeSet<String> names = new TreeSet<>(samspar.settings.keySet());
        names.addAll(plain.settings.keySet());
        names.removeIf(name -> samspar.settings.getOrDefault(name, "").equals(plain.settings.get(name)));
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String joined(List<? extends Number> values) {
        return values.stream()
                .map(value -> String.valueOf(Math.round(value.doubleValue())))
                .collect(Collectors.joining(" and "));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static String field(String file, String name) {
        return Processes.read(Path.of(file))
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse("unknown");
    }
}
