package se.samspar.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the command line asks for.
 *
 * @param quick only shows that everything works: one short round, no file in {@code results}
 * @param rounds how often each server is started and measured
 * @param tasks tasks in the measured unit's inbox
 * @param age how many seconds after it was ready a server is measured
 * @param seconds how long one kind of work is measured with one number of clients
 * @param java flags of the Java machine of either server
 * @param packaged the packaged jar, for its start-up time
 * @param commit what is measured
 * @param target folder of everything temporary
 */
record Options(
        boolean quick,
        int rounds,
        int tasks,
        int age,
        int seconds,
        List<String> java,
        Path packaged,
        String commit,
        Path target) {

    private static final Set<String> NAMES =
            Set.of("--rounds", "--tasks", "--age", "--seconds", "--java", "--packaged", "--commit");

    static Options parse(List<String> arguments) {
        boolean quick = arguments.contains("--quick");
        Map<String, String> given = given(arguments);
        return new Options(
                quick,
                number(given, "--rounds", quick ? 1 : 2),
                number(given, "--tasks", quick ? 300 : 2000),
                number(given, "--age", quick ? 15 : 30),
                number(given, "--seconds", quick ? 3 : 5),
                List.of(given.getOrDefault("--java", "-Xmx2g").split(" +")),
                Path.of(given.getOrDefault("--packaged", "../target/samspar.jar")),
                given.getOrDefault("--commit", "of an unknown commit"),
                Path.of("target").toAbsolutePath());
    }

    private static Map<String, String> given(List<String> arguments) {
        Map<String, String> given = new HashMap<>();
        Iterator<String> rest = arguments.stream()
                .filter(argument -> !argument.equals("--quick"))
                .iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            if (!NAMES.contains(name) || !rest.hasNext()) {
                throw new IllegalArgumentException("Unknown option, or one without its value: " + name);
            }
            given.put(name, rest.next());
        }
        return given;
    }

    private static int number(Map<String, String> given, String name, int usual) {
        return given.containsKey(name) ? Integer.parseInt(given.get(name)) : usual;
    }
}
