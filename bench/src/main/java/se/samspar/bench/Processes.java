package se.samspar.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What Linux says in {@code /proc} about processor time and memory. */
final class Processes {

    private static final double MILLIS_PER_TICK = 10;

    private static final int USER_TIME = 11;
    private static final int START_TIME = 19;

    private Processes() {}

    /** Processor time of one process so far, in ms. */
    static double cpuMillis(long pid) {
        return fields(pid).map(fields -> ticks(fields, USER_TIME, 2)).orElse(0.0) * MILLIS_PER_TICK;
    }

    /** Processor time of a process, its running children, and its children that have ended, in ms. */
    static double cpuMillisWithChildren(long pid) {
        double own = fields(pid).map(fields -> ticks(fields, USER_TIME, 4)).orElse(0.0) * MILLIS_PER_TICK;
        return own + children(pid).mapToDouble(Processes::cpuMillis).sum();
    }

    /** Processor time of the whole machine so far, in ms, waiting excluded. */
    static double machineMillis() {
        String[] fields =
                read(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +");
        // cpu user nice system idle iowait irq softirq steal
        return Stream.of(1, 2, 3, 6, 7, 8)
                        .mapToDouble(i -> Double.parseDouble(fields[i]))
                        .sum()
                * MILLIS_PER_TICK;
    }

    /** Memory that a process keeps resident, in MB. */
    static OptionalLong residentMegabytes(long pid) {
        return megabytes(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    /** Memory of a process and its children in MB, with what they share counted once. */
    static OptionalLong megabytesWithChildren(long pid) {
        List<OptionalLong> all = Stream.concat(Stream.of(pid), children(pid).boxed())
                .map(each -> megabytes(Path.of("/proc/" + each + "/smaps_rollup"), "Pss:"))
                .toList();
        return all.stream().allMatch(OptionalLong::isPresent)
                ? OptionalLong.of(
                        all.stream().mapToLong(OptionalLong::getAsLong).sum())
                : OptionalLong.empty();
    }

    /** When the process was started: with its id it names a process for good. */
    static String startTime(long pid) {
        return fields(pid).map(fields -> fields[START_TIME]).orElse("");
    }

    private static java.util.stream.LongStream children(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(ProcessHandle::pid);
    }

    private static OptionalLong megabytes(Path file, String name) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException unreadable) {
            return OptionalLong.empty(); // ended, or another user's
        }
    }

    /** What follows the program's name, which may contain blanks. */
    private static java.util.Optional<String[]> fields(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return java.util.Optional.of(
                    stat.substring(stat.lastIndexOf(')') + 2).split(" "));
        } catch (IOException ended) {
            return java.util.Optional.empty();
        }
    }

    private static double ticks(String[] fields, int first, int count) {
        return Arrays.stream(fields, first, first + count)
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
