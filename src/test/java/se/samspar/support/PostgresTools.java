package se.samspar.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole PostgreSQL installation of this machine, server and tools of one version. The embedded binaries are the server
 * alone, and {@code pg_dump} refuses a server that is newer than itself.
 *
 * @param home folder with {@code bin}
 * @param version major version
 */
public record PostgresTools(Path home, int version) {

    private static final int OLDEST = 15;
    private static final List<String> PROGRAMS =
            List.of("initdb", "pg_ctl", "postgres", "psql", "createdb", "pg_dump", "pg_restore");

    /** Where Debian and Red Hat keep their versions beside each other. */
    private static final List<Path> VERSIONS = List.of(Path.of("/usr/lib/postgresql"), Path.of("/usr"));

    /** The newest of them; none with {@code -Dsamspar.tools=none}, so that all but backups is tried without. */
    public static Optional<PostgresTools> ofThisMachine() {
        if ("none".equals(System.getProperty("samspar.tools"))) {
            return Optional.empty();
        }
        return Stream.concat(
                        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                                .map(Path::of),
                        VERSIONS.stream().flatMap(PostgresTools::folders).map(folder -> folder.resolve("bin")))
                .filter(bin ->
                        bin.isAbsolute() && PROGRAMS.stream().allMatch(name -> Files.isExecutable(bin.resolve(name))))
                .map(bin -> new PostgresTools(bin.getParent(), versionOf(bin)))
                .filter(found -> found.version() >= OLDEST)
                .max(Comparator.comparingInt(PostgresTools::version));
    }

    public Path bin() {
        return home.resolve("bin");
    }

    void initialise(Path cluster) throws IOException {
        run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "--locale=C", "-N", "-D", cluster.toString());
    }

    void startServer(Path cluster, int port, Map<String, String> settings) throws IOException {
        String options = settings.entrySet().stream()
                .map(setting -> " -c %s=%s".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining("", "-p " + port + " -c unix_socket_directories=", ""));
        String log = cluster.resolveSibling("postgresql.log").toString();
        run("pg_ctl", "-D", cluster.toString(), "-w", "-l", log, "-o", options, "start");
    }

    void stopServer(Path cluster) throws IOException {
        run("pg_ctl", "-D", cluster.toString(), "-m", "immediate", "stop");
    }

    /** PostgreSQL does not run as root: then as nobody in a user namespace of its own, as the embedded one does. */
    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(bin().resolve(program).toString());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(Files.createDirectories(Path.of("target")), program, ".log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(program + ": " + Files.readString(output));
        }
        Files.delete(output);
    }

    private static Stream<Path> folders(Path parent) {
        try (Stream<Path> folders = Files.isDirectory(parent) ? Files.list(parent) : Stream.empty()) {
            return folders.toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int versionOf(Path bin) {
        try {
            Process process = new ProcessBuilder(bin.resolve("postgres").toString(), "--version").start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher version = Pattern.compile("\\) (\\d+)").matcher(said);
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException unusable) {
            return 0;
        }
    }
}
