package se.samspar.database;

import java.util.Map;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with an own database before the server can start. */
final class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<PSQLException> {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** By the class of the SQL state. */
    private static final Map<String, String> ACTIONS = Map.of(
            "08", "Start PostgreSQL, or correct spring.datasource.url.",
            "28", "Correct spring.datasource.username and spring.datasource.password.",
            "3D", "Create the database, or correct spring.datasource.url.");

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        String action = INSUFFICIENT_PRIVILEGE.equals(state)
                ? "Let the user own the database, and a superuser run CREATE EXTENSION btree_gist and CREATE ROLE"
                        + " samspar_app in it, and GRANT samspar_app TO that user if it is the only login: README, Upgrade."
                : state.length() < 2 ? null : ACTIONS.get(state.substring(0, 2));
        return action == null ? null : new FailureAnalysis("PostgreSQL answered: " + cause.getMessage(), action, cause);
    }
}
