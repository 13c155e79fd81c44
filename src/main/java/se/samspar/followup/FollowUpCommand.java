package se.samspar.followup;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import se.samspar.database.DatabaseCommand;

/**
 * The commands {@code --samspar.followup.verify} and {@code --samspar.followup.rebuild}: compare the facts of the indicators
 * with the record, or write them anew from it, on the configured database; they serve nothing.
 */
public final class FollowUpCommand {

    private static final String VERIFY = "--samspar.followup.verify";
    private static final String REBUILD = "--samspar.followup.rebuild";

    private static final int SAME = 0;
    private static final int DIFFERENT = 1;

    private FollowUpCommand() {}

    public static boolean isAskedFor(String... arguments) {
        return DatabaseCommand.isAskedFor(VERIFY, arguments) || DatabaseCommand.isAskedFor(REBUILD, arguments);
    }

    /**
     * Says on standard output what it has done, and which sources have other facts than follow from the record.
     *
     * @return what the process ends with: 0 where all facts follow from the record, 1 where some do not or some of the
     *     record cannot be read, 2 when that cannot be said
     */
    public static int run(String... arguments) {
        return DatabaseCommand.run(
                "The indicators could not be compared with the record or written from it",
                context -> run(context, DatabaseCommand.isAskedFor(REBUILD, arguments), arguments),
                arguments);
    }

    private static int run(ConfigurableApplicationContext context, boolean rebuilds, String... arguments) {
        DataSource dataSource = context.getBean(DataSource.class);
        Rebuild rebuild = new Rebuild(new JdbcTemplate(dataSource), new JdbcTransactionManager(dataSource));
        int status = rebuilds ? rebuild(rebuild) : SAME;
        return DatabaseCommand.isAskedFor(VERIFY, arguments) ? verify(rebuild) : status;
    }

    private static int rebuild(Rebuild rebuild) {
        List<String> unreadable = rebuild.rebuild();
        unreadable.forEach(source -> System.out.println("Cannot be read: " + source));
        System.out.printf("Indicators: %d facts written from the record.%n", rebuild.size());
        return unreadable.isEmpty() ? SAME : DIFFERENT;
    }

    private static int verify(Rebuild rebuild) {
        List<String> differences = rebuild.differences();
        differences.forEach(source -> System.out.println("Other facts than follow from the record: " + source));
        System.out.println(
                differences.isEmpty()
                        ? "The facts of the indicators are those of the record."
                        : "The facts of the indicators are not those of the record: "
                                + "--samspar.followup.rebuild writes them anew.");
        return differences.isEmpty() ? SAME : DIFFERENT;
    }
}
