package se.samspar.database;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.postgresql.util.PSQLException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A command that asks the configured database something, says it on standard output, and serves nothing. */
public final class DatabaseCommand {

    /** What fails is said here, in a line of its own. */
    private static final String QUIET = "--logging.level.root=off";

    /** A mistyped folder is not to become an empty database, in which nothing is wrong. */
    private static final String NOTHING_NEW = "--samspar.embedded.create=false";

    private static final int NOT_SAID = 2;

    private DatabaseCommand() {}

    public static boolean isAskedFor(String option, String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.split("=")[0].equals(option));
    }

    /**
     * @param failed what is said, with the reason, when it cannot be done
     * @param command does it, and answers what the process ends with
     * @return that, or 2 when it cannot be done
     */
    public static int run(String failed, ToIntFunction<ConfigurableApplicationContext> command, String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(
                        DatabaseConfiguration.class, OnlyDatabase.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(Stream.concat(Stream.of(arguments), Stream.of(QUIET, NOTHING_NEW))
                        .toArray(String[]::new))) {
            return command.applyAsInt(context);
        } catch (RuntimeException failure) {
            System.err.println(failed + ": " + reason(failure));
            return NOT_SAID;
        }
    }

    /** What the database said where it said something, or else the deepest cause, in one line. */
    private static String reason(RuntimeException failure) {
        Throwable cause = ExceptionUtils.getThrowableList(failure).stream()
                .filter(PSQLException.class::isInstance)
                .findFirst()
                .orElseGet(() -> ExceptionUtils.getRootCause(failure));
        return String.valueOf(cause.getMessage()).replaceAll("\\s+", " ");
    }

    /** No component, so that the server does not find it when it looks for its own. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class OnlyDatabase {}
}
