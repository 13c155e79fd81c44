package se.samspar.track;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code work_item_deadline}: one row for each open work item that is due some time. */
@Component
class DeadlineTable {

    /** A work item, by its place among those that are due. */
    record Due(Instant due, String taskId) {

        /** Before all of them. */
        static final Due NONE = new Due(Instant.EPOCH, "");
    }

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

    /** Work items after one whose deadline has passed without being noted, the most overdue first. */
    List<Due> passed(Instant now, Due after, int most) {
        return page("passed_at IS NULL AND due < ?", after, most, now.atOffset(ZoneOffset.UTC));
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

    /** Work items after one that were overdue when nobody was on duty, the most overdue first. */
    List<Due> escalationsPending(Due after, int most) {
        return page("escalation_pending", after, most);
    }

    private List<Due> page(String which, Due after, int most, Object... values) {
        return jdbc.query(
                "SELECT due, task_id FROM work_item_deadline WHERE " + which
                        + " AND (due, task_id) > (?, ?) ORDER BY due, task_id LIMIT ?",
                (row, number) -> new Due(row.getObject(1, Timestamp.class).toInstant(), row.getString(2)),
                Stream.concat(Stream.of(values), Stream.of(after.due().atOffset(ZoneOffset.UTC), after.taskId(), most))
                        .toArray());
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
