package se.samspar.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import se.samspar.bench.Database.Counted;

/**
 * SQL statements for one request, on average.
 *
 * @param reads SELECT
 * @param writes INSERT, UPDATE, DELETE
 * @param other BEGIN, COMMIT, SET and the like
 */
record Statements(double reads, double writes, double other) {

    private static final int REQUESTS = 20;

    /** Sends requests one by one; what ran seldom came from HAPI's scheduled jobs and is left out. */
    static List<Counted> of(RunningServer server, Database database, Supplier<Call> calls) {
        server.client().send(calls.get());
        Launch.pause(500); // a search may still be storing its result after it has answered
        database.resetCounts();
        for (int i = 0; i < REQUESTS; i++) {
            server.client().send(calls.get());
        }
        Launch.pause(500);
        return database.counts().stream()
                .filter(statement -> statement.calls() >= REQUESTS / 4)
                .toList();
    }

    static Statements perRequest(List<Counted> counted) {
        double reads = withVerb(counted, List.of("select", "with"));
        double writes = withVerb(counted, List.of("insert", "update", "delete"));
        double all = counted.stream().mapToDouble(Statements::perRequest).sum();
        return new Statements(reads, writes, all - reads - writes);
    }

    static double perRequest(Counted statement) {
        return (double) statement.calls() / REQUESTS;
    }

    private static double withVerb(List<Counted> counted, List<String> verbs) {
        return counted.stream()
                .filter(statement ->
                        verbs.contains(statement.text().toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0]))
                .mapToDouble(Statements::perRequest)
                .sum();
    }

    double all() {
        return reads + writes + other;
    }
}
