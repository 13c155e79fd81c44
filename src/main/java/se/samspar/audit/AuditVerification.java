package se.samspar.audit;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samspar.database.DatabaseCommand;

/** The command {@code --samspar.audit.verify}: checks the chain of the log on the configured database, and serves nothing. */
public final class AuditVerification {

    private static final String OPTION = "--samspar.audit.verify";

    private static final int WHOLE = 0;
    private static final int TAMPERED_WITH = 1;

    private AuditVerification() {}

    public static boolean isAskedFor(String... arguments) {
        return DatabaseCommand.isAskedFor(OPTION, arguments);
    }

    /**
     * Says on standard output how many events are sealed, the head, and what does not fit.
     *
     * @return what the process ends with: 0 when the log is whole, 1 when it is not, 2 when that cannot be said
     */
    public static int run(String... arguments) {
        return DatabaseCommand.run("The log could not be verified", AuditVerification::verify, arguments);
    }

    private static int verify(ConfigurableApplicationContext context) {
        Verification verification = verify(context.getBean(DataSource.class), context.getEnvironment());
        System.out.printf(
                "Audit log: %d events sealed, %d not yet. Head %s%n",
                verification.head().position(), verification.open(), verification.head());
        verification.faults().forEach(System.out::println);
        System.out.println(verification.isWhole() ? "The log is whole." : "The log has been tampered with.");
        return verification.isWhole() ? WHOLE : TAMPERED_WITH;
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
}
