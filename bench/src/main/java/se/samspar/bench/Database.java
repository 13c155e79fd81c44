package se.samspar.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The PostgreSQL under a server, asked directly. */
record Database(int port) {

    /**
     * A statement, with its values replaced by parameters.
     *
     * @param calls how often it ran
     */
    record Counted(String text, long calls) {}

    private static final String LIBRARY = "pg_stat_statements";

    private static final int MOST_TRIES = 60;

    /** Settings that name this one installation. */
    private static final String OWN_PLACE = "'port', 'data_directory', 'config_file', 'hba_file', 'ident_file',"
            + " 'external_pid_file', 'unix_socket_directories', 'data_directory_mode'";

    /** From the next start on PostgreSQL can count statements; until it is told to, it does not. */
    void prepareCounting() {
        execute("ALTER SYSTEM SET shared_preload_libraries = '" + LIBRARY + "'");
        execute("ALTER SYSTEM SET pg_stat_statements.track = 'none'");
    }

    /** On an empty database HAPI goes on numbering its search parameters after it is ready; this has an end. */
    void awaitFirstStartsWork() {
        String sql = "SELECT count(*) FROM hfj_spidx_identity";
        long before = -1;
        for (long now = 0, tries = 0; now != before && tries < MOST_TRIES; tries++) {
            before = now;
            Launch.pause(3000);
            now = query(sql, row -> row.getLong(1)).get(0);
        }
    }

    void startCounting() {
        execute("CREATE EXTENSION IF NOT EXISTS " + LIBRARY);
        execute("ALTER SYSTEM SET pg_stat_statements.track = 'top'");
        execute("SELECT pg_reload_conf()");
        Launch.pause(1000); // every connection takes the setting up before its next statement
    }

    void resetCounts() {
        execute("SELECT pg_stat_statements_reset()");
    }

    List<Counted> counts() {
        return query(
                "SELECT query, calls FROM pg_stat_statements WHERE query NOT LIKE '%pg_stat_statements%'"
                        + " ORDER BY calls DESC, query",
                row -> new Counted(row.getString(1).replaceAll("\\s+", " "), row.getLong(2)));
    }

    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        query(
                "SELECT name, setting FROM pg_settings WHERE name NOT IN (" + OWN_PLACE + ")",
                row -> settings.put(row.getString(1), row.getString(2)));
        return settings;
    }

    long count(String resourceType) {
        return query("SELECT count(*) FROM hfj_resource WHERE res_type = '" + resourceType + "'", row -> row.getLong(1))
                .get(0);
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reader) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
    }
}
