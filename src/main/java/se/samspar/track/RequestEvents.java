package se.samspar.track;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.samspar.fhir.Code;
import se.samspar.track.state.TaskState;

/** The table {@code request_event}: the states that the work items of a request have been in, in order. */
@Component
class RequestEvents {

    /**
     * A state and when it was reached.
     *
     * @param status of the work item, as FHIR has it
     * @param businessStatus its national state
     */
    record Event(String status, Optional<String> businessStatus, Instant at) {}

    private final JdbcTemplate jdbc;

    RequestEvents(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Task task, Instant at) {
        TaskState state = TaskState.of(task);
        jdbc.update(
                "INSERT INTO request_event (request_id, task_id, status, business_status, happened_at)"
                        + " VALUES (?, ?, ?, ?, ?)",
                task.getFocus().getReferenceElement().getIdPart(),
                task.getIdElement().getIdPart(),
                state.status().toCode(),
                state.businessStatus().map(Code::code).orElse(null),
                at.atOffset(ZoneOffset.UTC));
    }

    List<Event> of(String requestId) {
        return jdbc.query(
                "SELECT status, business_status, happened_at FROM request_event WHERE request_id = ? ORDER BY seq",
                (row, number) -> new Event(
                        row.getString(1),
                        Optional.ofNullable(row.getString(2)),
                        row.getObject(3, Timestamp.class).toInstant()),
                requestId);
    }
}
