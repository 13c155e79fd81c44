package se.samspar.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.samspar.bench.Database.Counted;

/** Measures Samspår beside a plain HAPI JPA server, in turn, and writes down ratios. */
public final class Bench {

    private static final Pattern FOCUS = Pattern.compile("\"focus\":\\{\"reference\":\"ServiceRequest/([^\"/]+)");
    private static final int MANY = Integer.MAX_VALUE;
    private static final int LOADED = 8;
    private static final double LONGEST_SEEDING_SECONDS = 600;
    private static final long SETTLE_MILLIS = 3000;

    /** Sending takes the longest to get warm: the most code runs for it. */
    private static final List<Work> WARM_UP = List.of(Work.READ, Work.SUBMIT, Work.INBOX, Work.SUBMIT);

    private final Options options;
    private final Map<Target, Findings> findings = new LinkedHashMap<>();

    private Bench(Options options) {
        this.options = options;
        findings.put(new Samspar(), new Findings());
        findings.put(new Plain(), new Findings());
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        new Bench(Options.parse(List.of(arguments))).run();
    }

    private void run() throws IOException {
        Conditions conditions = new Conditions(options);
        for (Target target : findings.keySet()) {
            seed(target, findings.get(target));
        }
        for (int round = 1; round <= options.rounds(); round++) {
            for (Target target : findings.keySet()) {
                say("round %d of %d: %s", round, options.rounds(), target.title());
                measure(target, findings.get(target), round == options.rounds());
            }
        }
        List<Findings> both = List.copyOf(findings.values());
        write(new Report(both.get(0), both.get(1)).write(conditions, otherStarts()));
    }

    /** The first start ever, and the inbox filled in the way that is measured later. */
    private void seed(Target target, Findings found) throws IOException {
        try (RunningServer server = new Launch(options, target, List.of()).start()) {
            found.firstStartSeconds = server.startSeconds();
            say("%s: first start %.1f s; sending %d requests", target.title(), server.startSeconds(), options.tasks());
            target.prepare(server.client());
            Load load = new Load(
                    server,
                    Work.SUBMIT,
                    () -> target.submit(Target.INBOX_CLINIC),
                    answer -> found.requestIds.add(idIn(answer)));
            Sample sample = load.run(LOADED, options.tasks(), LONGEST_SEEDING_SECONDS);
            found.seedSeconds = sample.seconds();
            if (sample.nanos().length < options.tasks()) {
                throw new IllegalStateException("Sending took too long: the inboxes would differ");
            }
            server.database().awaitFirstStartsWork();
            server.database().prepareCounting();
        }
    }

    private static String idIn(String answer) {
        Matcher focus = FOCUS.matcher(answer);
        if (!focus.find()) {
            throw new IllegalStateException("No Task with its ServiceRequest in " + answer);
        }
        return focus.group(1);
    }

    private void measure(Target target, Findings found, boolean last) throws IOException {
        try (RunningServer server = new Launch(options, target, List.of()).start()) {
            found.laterStartSeconds.add(server.startSeconds());
            Launch.pause(SETTLE_MILLIS);
            found.idleMegabytes.add(
                    (double) Processes.residentMegabytes(server.pid()).orElse(0));
            warmUp(server, found);
            found.ageSeconds.add(server.ageSeconds());
            found.tasks.add(server.database().count("Task"));
            Cell.all().forEach(cell -> {
                Sample sample = load(server, cell.work(), found).run(cell.clients(), MANY, options.seconds());
                found.add(cell, sample);
                say(
                        "  %-7s %d client(s): %.1f/s, %.1f ms CPU",
                        cell.work(), cell.clients(), sample.perSecond(), sample.cpuMillisPerOperation());
            });
            found.loadedMegabytes.add(
                    (double) Processes.residentMegabytes(server.pid()).orElse(0));
            Processes.megabytesWithChildren(server.postmaster())
                    .ifPresent(megabytes -> found.databaseMegabytes.add((double) megabytes));
            if (last) {
                found.settings = server.database().settings();
                countStatements(server, found);
            }
        }
    }

    /** All kinds of work in turn, until the server is as old as the other one was when it was measured. */
    private void warmUp(RunningServer server, Findings found) {
        double share = (options.age() - server.ageSeconds()) / WARM_UP.size();
        WARM_UP.forEach(work -> load(server, work, found).run(LOADED, MANY, share));
    }

    private Load load(RunningServer server, Work work, Findings found) {
        return new Load(server, work, calls(server.target(), work, found));
    }

    private static Supplier<Call> calls(Target target, Work work, Findings found) {
        AtomicInteger next = new AtomicInteger();
        return switch (work) {
            case READ -> () -> target.read(found.requestIds.get(next.getAndIncrement() % found.requestIds.size()));
            case INBOX -> target::inbox;
            case SUBMIT -> () -> target.submit(Target.OTHER_CLINIC);
        };
    }

    private void countStatements(RunningServer server, Findings found) throws IOException {
        Database database = server.database();
        database.startCounting();
        for (Work work : Work.values()) {
            List<Counted> counted = Statements.of(server, database, calls(server.target(), work, found));
            found.statements.put(work, counted);
            Files.write(
                    options.target()
                            .resolve("statements-%s-%s.txt"
                                    .formatted(server.target().name(), work)),
                    counted.stream()
                            .map(one -> "%.2f %s".formatted(Statements.perRequest(one), one.text()))
                            .toList());
        }
    }

    /** How long the packaged jar takes, which has to be unpacked on the way, and with the compiler that starts fastest. */
    private List<String> otherStarts() throws IOException {
        List<String> lines = new ArrayList<>();
        if (!options.quick()) {
            for (List<String> flags : List.of(List.<String>of(), List.of("-XX:TieredStopAtLevel=1"))) {
                try (RunningServer server = new Launch(options, new Samspar(), flags)
                        .start((port, data) -> Samspar.program(options.packaged(), port, data))) {
                    lines.add("| the same from the packaged jar%s, s | %.1f | | |%n"
                            .formatted(flags.isEmpty() ? "" : ", " + flags.get(0), server.startSeconds()));
                }
            }
        }
        return lines;
    }

    private void write(String report) throws IOException {
        System.out.println(report);
        Path file = options.quick()
                ? options.target().resolve("quick.md")
                : Files.createDirectories(options.target().resolveSibling("results"))
                        .resolve(LocalDate.now() + ".md");
        Files.writeString(file, report);
        say("Written to %s", file);
    }

    private static void say(String text, Object... values) {
        System.err.println(text.formatted(values));
    }
}
