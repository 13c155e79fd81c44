package se.samspar.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts a server as an own process and waits for its first useful answer. */
final class Launch {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 50;

    /** What to run, given its port and data folder. */
    interface Program {
        List<String> at(int port, Path dataFolder);
    }

    private final Options options;
    private final Target target;
    private final Path folder;
    private final List<String> flags;

    Launch(Options options, Target target, List<String> extraFlags) {
        this.options = options;
        this.target = target;
        this.folder = options.target().resolve(target.name());
        this.flags = new ArrayList<>(options.java());
        flags.addAll(extraFlags);
    }

    RunningServer start() throws IOException {
        return start((port, data) -> target.program(options, port, data));
    }

    /** Runs another program on the same data folder. */
    RunningServer start(Program program) throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        int port = freePort();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(program.at(port, data()));
        Path log = options.target().resolve(target.name() + ".log");
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        remember(process.pid());
        RunningServer server = new RunningServer(target, process, data(), new FhirClient(port));
        RunningServer.onlyOne(server);
        awaitFirstAnswer(server, log, begin);
        remember(server.postmaster());
        return server;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private void awaitFirstAnswer(RunningServer server, Path log, long begin) {
        String reason = "";
        while (System.nanoTime() - begin < LONGEST_START.toNanos()) {
            if (!server.isAlive()) {
                throw new IllegalStateException(target.title() + " ended while starting, see " + log);
            }
            pause(POLL_MILLIS);
            if (!server.client().isListenedTo()) {
                continue; // a cheap question, so that asking does not slow the start down
            }
            try {
                target.signIn(server.client());
                server.client().send(Call.get(Target.INBOX_CLINIC.id(), "Task?_count=1"));
                server.isReady((System.nanoTime() - begin) / 1e9);
                return;
            } catch (RuntimeException notYet) {
                reason = notYet.getMessage();
            }
        }
        throw new IllegalStateException("%s did not become ready: %s; see %s".formatted(target.title(), reason, log));
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** So that the script that started us can end what we could not. */
    private void remember(long pid) throws IOException {
        Files.writeString(
                options.target().resolve("processes"),
                pid + " " + Processes.startTime(pid) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
