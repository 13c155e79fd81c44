package se.samspar.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param quick only shows that everything works: one short round, no file in {@code results}
 * @param rounds how often each server is started and measured
 * @param tasks tasks in the measured unit's inbox
 * @param age how long after it was ready a server is measured
 * @param cell how long one kind of work is measured with one number of clients
 * @param heap largest Java heap of either server
 * @param packaged the packaged jar, for its start-up time
 * @param commit what is measured
 * @param target folder of everything temporary
 */
record Options(
        boolean quick,
        int rounds,
        int tasks,
        Duration age,
        Duration cell,
        String heap,
        Path packaged,
        String commit,
        Path target) {

    private static final Options FULL = new Options(
            false, 2, 2000, Duration.ofSeconds(40), Duration.ofSeconds(5), "2g", null, "", Path.of("target"));
    private static final Options QUICK =
            new Options(true, 1, 300, Duration.ofSeconds(15), Duration.ofSeconds(3), "2g", null, "", Path.of("target"));

    static Options parse(List<String> arguments) {
        Options options = arguments.contains("--quick") ? QUICK : FULL;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (!name.equals("--quick")) {
                options = options.with(name, value(name, rest));
            }
        }
        return options;
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return rest.next();
    }

    private Options with(String name, String value) {
        int wantedRounds = name.equals("--rounds") ? Integer.parseInt(value) : rounds;
        int wantedTasks = name.equals("--tasks") ? Integer.parseInt(value) : tasks;
        Duration wantedAge = name.equals("--age") ? Duration.ofSeconds(Long.parseLong(value)) : age;
        Duration wantedCell = name.equals("--seconds") ? Duration.ofSeconds(Long.parseLong(value)) : cell;
        String wantedHeap = name.equals("--heap") ? value : heap;
        Path wantedJar = name.equals("--packaged") ? Path.of(value) : packaged;
        String wantedCommit = name.equals("--commit") ? value : commit;
        if (!List.of("--rounds", "--tasks", "--age", "--seconds", "--heap", "--packaged", "--commit")
                .contains(name)) {
            throw new IllegalArgumentException("Unknown option " + name);
        }
        return new Options(
                quick,
                wantedRounds,
                wantedTasks,
                wantedAge,
                wantedCell,
                wantedHeap,
                wantedJar,
                wantedCommit,
                target.toAbsolutePath());
    }
}
