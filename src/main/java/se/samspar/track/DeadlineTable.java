package se.samspar.track;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code work_item_deadline}: one row for each open work item that is due some time. */
@Component
class DeadlineTable {

    private final JdbcTemplate jdbc;

    DeadlineTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Another deadline than before is one that has not passed yet. */
    void set(String taskId, String requestId, Instant due) {
        jdbc.update(
                "INSERT INTO work_item_deadline (task_id, request_id, due) VALUES (?, ?, ?)"
                        + " ON CONFLICT (task_id) DO UPDATE SET due = excluded.due, passed_at ="
                        + " CASE WHEN work_item_deadline.due = excluded.due THEN work_item_deadline.passed_at END,"
                        + " escalation_pending = work_item_deadline.escalation_pending"
                        + " AND work_item_deadline.due = excluded.due",
                taskId,
                requestId,
                due.atOffset(ZoneOffset.UTC));
    }

    void remove(String taskId) {
        jdbc.update("DELETE FROM work_item_deadline WHERE task_id = ?", taskId);
    }

    /** Work items whose deadline has passed without being noted, the most overdue first. */
    List<String> passed(Instant now, int most) {
        return jdbc.queryForList(
                "SELECT task_id FROM work_item_deadline WHERE due < ? AND passed_at IS NULL ORDER BY due LIMIT ?",
                String.class,
                now.atOffset(ZoneOffset.UTC),
                most);
    }

    /** Notes that the deadline has passed; empty when another has done so or it has changed meanwhile. */
    Optional<DeadlinePassed> note(String taskId, Instant now) {
        return jdbc
                .query(
                        "UPDATE work_item_deadline SET passed_at = ? WHERE task_id = ? AND due < ? AND passed_at IS NULL"
                                + " RETURNING task_id, request_id, due",
                        (row, number) -> new DeadlinePassed(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, Timestamp.class).toInstant()),
                        now.atOffset(ZoneOffset.UTC),
                        taskId,
                        now.atOffset(ZoneOffset.UTC))
                .stream()
                .findFirst();
    }

    /** Work items that were overdue when nobody was on duty, the most overdue first. */
    List<String> escalationsPending(int most) {
        return jdbc.queryForList(
                "SELECT task_id FROM work_item_deadline WHERE escalation_pending ORDER BY due LIMIT ?",
                String.class,
                most);
    }

    /** Keeps whether the work item is still to be handed over; false when that has been changed already. */
    boolean setEscalationPending(String taskId, boolean pending) {
        return jdbc.update(
                        "UPDATE work_item_deadline SET escalation_pending = ? WHERE task_id = ? AND"
                                + " escalation_pending <> ?",
                        pending,
                        taskId,
                        pending)
                == 1;
    }
}
