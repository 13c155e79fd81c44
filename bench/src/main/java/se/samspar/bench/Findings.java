package se.samspar.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.samspar.bench.Database.Counted;

/** Everything seen of one server. Lists have an entry per round. */
final class Findings {

    final List<String> requestIds = java.util.Collections.synchronizedList(new ArrayList<>());
    double firstStartSeconds;
    double seedSeconds;
    final List<Double> laterStartSeconds = new ArrayList<>();
    final List<Double> idleMegabytes = new ArrayList<>();
    final List<Double> loadedMegabytes = new ArrayList<>();
    final List<Double> databaseMegabytes = new ArrayList<>();
    final List<Double> ageSeconds = new ArrayList<>();
    final List<Long> tasks = new ArrayList<>();
    final Map<Cell, List<Sample>> samples = new HashMap<>();
    final Map<Work, List<Counted>> statements = new EnumMap<>(Work.class);
    Map<String, String> settings = Map.of();

    void add(Cell cell, Sample sample) {
        samples.computeIfAbsent(cell, any -> new ArrayList<>()).add(sample);
    }

    /** In ms, over all rounds. */
    double percentile(Cell cell, double share) {
        long[] nanos = samples.get(cell).stream()
                .flatMapToLong(sample -> java.util.Arrays.stream(sample.nanos()))
                .sorted()
                .toArray();
        return nanos[(int) Math.min(nanos.length - 1L, (long) (share * nanos.length))] / 1e6;
    }

    static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
