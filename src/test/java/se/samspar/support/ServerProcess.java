package se.samspar.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server as a process of its own, which can be killed. */
public final class ServerProcess implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final int START_MINUTES = 5;

    private final Process process;
    private final Path log;
    private final int port;

    private ServerProcess(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Starts the demo, or a server with the issuer that an option names, and waits until it is ready. */
    public static ServerProcess start(Path dataFolder, String... options) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(Path.of("target")), "server", ".log");
            Process process = launch(dataFolder, log, options);
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(START_MINUTES);
            while (process.isAlive() && System.nanoTime() < deadline) {
                String text = Files.readString(log);
                Matcher started = PORT.matcher(text);
                if (started.find() && text.contains("Ready. ")) {
                    return new ServerProcess(process, log, Integer.parseInt(started.group(1)));
                }
                process.waitFor(100, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly();
            throw new IllegalStateException("The server did not start:\n" + Files.readString(log));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Starts a server that is expected to give up, and returns what it said. */
    public static String refusedStart(Path dataFolder, String... options) throws IOException, InterruptedException {
        return run(dataFolder, options).said();
    }

    /** Runs the program until it ends by itself. */
    public static Ended run(Path dataFolder, String... options) throws IOException, InterruptedException {
        Path log = Files.createTempFile(Files.createDirectories(Path.of("target")), "server", ".log");
        Process process = launch(dataFolder, log, options);
        if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("The server did not give up");
        }
        return new Ended(process.exitValue(), Files.readString(log));
    }

    /** How a program ended, and what it said. */
    public record Ended(int status, String said) {}

    private static Process launch(Path dataFolder, Path log, String... options) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote", // a tenth of the time to start
                "-cp",
                classPath(),
                "se.samspar.SamsparApplication",
                "--server.port=0",
                "--samspar.embedded.data-dir=" + dataFolder.toAbsolutePath()));
        command.addAll(List.of(options));
        if (command.stream().noneMatch(option -> option.contains("issuer-uri"))) {
            command.add("--spring.profiles.active=demo");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** The class path of this test run without the tests themselves. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public UnitClient as(String slug) {
        return withToken(UnitClient.token(HttpClient.newHttpClient(), address(), slug, null));
    }

    public UnitClient withToken(String token) {
        return new UnitClient(HttpClient.newHttpClient(), fhirAddress(), token);
    }

    public String address() {
        return "http://localhost:" + port;
    }

    String fhirAddress() {
        return address() + "/fhir/";
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it takes requests; fails with an UncheckedIOException when nobody listens. */
    public HttpAnswer askForReadiness() {
        return new UnitClient(HttpClient.newHttpClient(), address() + "/", null).get("actuator/health/readiness");
    }

    /** Asks it to end in order, and does not wait. */
    public void terminate() {
        process.destroy();
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** Ends it as a power cut would: nothing of it runs on, but for the PostgreSQL that it started. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Ends it in order. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
