package se.samspar.audit;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table of the log: one insert a request, in the transaction that is open, or else in one of its own. */
@Component
class AccessLog {

    private static final String INSERT =
            "INSERT INTO audit_event (" + Access.COLUMNS + ") VALUES (" + Access.COLUMNS.replaceAll("\\w+", "?") + ")";

    static final String SELECT = "SELECT id, occurred, " + Access.COLUMNS + " FROM audit_event ";

    private final JdbcTemplate jdbc;

    AccessLog(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Access access) {
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(INSERT);
            Object[] values = access.values();
            for (int i = 0; i < values.length; i++) {
                set(statement, i + 1, values[i]);
            }
            return statement;
        });
    }

    private static void set(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof List<?> list) {
            statement.setArray(index, statement.getConnection().createArrayOf("text", list.toArray()));
        } else if (value == null) {
            statement.setNull(index, Types.VARCHAR);
        } else {
            statement.setObject(index, value);
        }
    }

    /**
     * The latest events that meet all conditions, newest first.
     *
     * @param conditions SQL with a placeholder each, and the values
     */
    List<AccessEvent> find(List<String> conditions, List<Object> values, int limit) {
        List<Object> arguments = new ArrayList<>(values);
        arguments.add(limit);
        return jdbc.query(
                SELECT + "WHERE " + String.join(" AND ", conditions) + " ORDER BY id DESC LIMIT ?",
                (row, number) -> event(row),
                arguments.toArray());
    }

    /** A row of {@link #SELECT}. */
    static AccessEvent event(ResultSet row) throws SQLException {
        return new AccessEvent(
                row.getLong("id"),
                row.getTimestamp("occurred").toInstant(),
                new Access(
                        row.getString("request_id"),
                        row.getString("remote_address"),
                        row.getString("client"),
                        row.getString("employee_hsa_id"),
                        row.getString("unit"),
                        row.getString("unit_hsa_id"),
                        row.getString("care_provider_hsa_id"),
                        row.getString("patient"),
                        row.getString("purpose"),
                        row.getString("access_reason"),
                        row.getString("interaction"),
                        row.getString("request"),
                        row.getInt("status"),
                        list(row, "patients"),
                        list(row, "resources"),
                        list(row, "entries")));
    }

    private static List<String> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    Optional<AccessEvent> find(long id, List<String> conditions, List<Object> values) {
        List<String> all = new ArrayList<>(conditions);
        all.add("id = ?");
        List<Object> arguments = new ArrayList<>(values);
        arguments.add(id);
        return find(all, arguments, 1).stream().findFirst();
    }
}
