package se.samspar.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.postgresql.util.PSQLException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The command {@code --samspar.audit.verify}: checks the chain of the log on the configured database, and serves nothing. */
public final class AuditVerification {

    private static final String OPTION = "--samspar.audit.verify";

    /** What fails is said here, in a line of its own. */
    private static final String QUIET = "--logging.level.root=off";

    /** A mistyped folder is not to become an empty log, which would be whole. */
    private static final String NOTHING_NEW = "--samspar.embedded.create=false";

    private static final int WHOLE = 0;
    private static final int TAMPERED_WITH = 1;
    private static final int NOT_VERIFIED = 2;

    private AuditVerification() {}

    public static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.split("=")[0].equals(OPTION));
    }

    /**
     * Says on standard output how many events are sealed, the head, and what does not fit.
     *
     * @param database how the program finds its database
     * @return what the process ends with: 0 when the log is whole, 1 when it is not, 2 when that cannot be said
     */
    public static int run(Class<?> database, String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(database, OnlyDatabase.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(Stream.concat(Stream.of(arguments), Stream.of(QUIET, NOTHING_NEW))
                        .toArray(String[]::new))) {
            Verification verification = verify(context.getBean(DataSource.class), context.getEnvironment());
            System.out.printf(
                    "Audit log: %d events sealed, %d not yet. Head %s%n",
                    verification.head().position(), verification.open(), verification.head());
            verification.faults().forEach(System.out::println);
            System.out.println(verification.isWhole() ? "The log is whole." : "The log has been tampered with.");
            return verification.isWhole() ? WHOLE : TAMPERED_WITH;
        } catch (RuntimeException failure) {
            System.err.println("The log could not be verified: " + reason(failure));
            return NOT_VERIFIED;
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

    private static Verification verify(DataSource dataSource, Environment environment) {
        Chain start = head(environment, "samspar.audit.from").orElse(Chain.START);
        Optional<Chain> kept = head(environment, "samspar.audit.head");
        // In a transaction PostgreSQL hands over the rows little by little, all as of one moment.
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        return transaction.execute(status -> Verification.of(new JdbcTemplate(dataSource), start, kept));
    }

    private static Optional<Chain> head(Environment environment, String option) {
        return Optional.ofNullable(environment.getProperty(option)).map(Chain::parse);
    }

    /** No component, so that the server does not find it when it looks for its own. */
    @ImportAutoConfiguration(DataSourceAutoConfiguration.class)
    static class OnlyDatabase {}
}
