package se.samspar.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import se.samspar.bench.Database.Counted;

/**
 * SQL statements for one request, on average. The ends of transactions are not among them: PostgreSQL counts COMMIT only
 * until the driver has prepared it.
 *
 * @param reads SELECT
 * @param writes INSERT, UPDATE, DELETE; many rows in one statement count once
 * @param transactions BEGIN
 */
record Statements(double reads, double writes, double transactions) {

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
        return new Statements(
                withVerb(counted, List.of("select", "with")),
                withVerb(counted, List.of("insert", "update", "delete")),
                withVerb(counted, List.of("begin")));
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
        return reads + writes;
    }
}
