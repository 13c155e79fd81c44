package se.samspar.security;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code break_glass}: who has read about whom in an emergency, when and why. Nothing in it is changed. */
@Component
class EmergencyAccesses {

    /** More than anybody reviews at a time. */
    static final int MOST = 1000;

    /**
     * One employee's access to one patient with one token for one reason.
     *
     * @param patient {@code Patient/id}
     * @param unit id of the unit's Organization
     * @param employee HSA-id
     * @param requestId of the first request
     */
    record Access(
            String patient,
            String unit,
            String employee,
            String reason,
            Instant begins,
            Instant ends,
            String requestId) {}

    private final JdbcTemplate jdbc;

    EmergencyAccesses(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Once, however many requests follow. */
    void record(Access access) {
        jdbc.update(
                "INSERT INTO break_glass (patient, unit, employee, reason, begins, ends, request_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                access.patient(),
                access.unit(),
                access.employee(),
                access.reason(),
                Timestamp.from(access.begins()),
                Timestamp.from(access.ends()),
                access.requestId());
    }

    /** Those by the reviewer's unit, and those to patients whom it has anything to do with; newest first, one more than {@link #MOST} when there are more. */
    List<Access> reviewedBy(String unit, Optional<String> by, Optional<Instant> from, Optional<Instant> before) {
        return jdbc.query(
                "SELECT patient, unit, employee, reason, begins, ends, request_id FROM break_glass"
                        + " WHERE (unit = ? OR EXISTS (SELECT 1 FROM access_ground WHERE resource = patient"
                        + " AND access_ground.unit = ? AND NOT access_ground.withheld))"
                        + " AND (?::text IS NULL OR unit = ?) AND begins >= ? AND begins < ?"
                        + " ORDER BY begins DESC, id DESC LIMIT " + (MOST + 1),
                (row, number) -> new Access(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getTimestamp(5).toInstant(),
                        row.getTimestamp(6).toInstant(),
                        row.getString(7)),
                unit,
                unit,
                by.orElse(null),
                by.orElse(null),
                Timestamp.from(from.orElse(Instant.EPOCH)),
                Timestamp.from(before.orElseGet(() -> Instant.now().plusSeconds(1))));
    }
}
