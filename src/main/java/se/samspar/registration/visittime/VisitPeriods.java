package se.samspar.registration.visittime;

import java.sql.Array;
import java.time.ZoneOffset;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code visit_period}: one row for each visit that takes time, none overlapping for the same patient. */
@Component
class VisitPeriods {

    private final JdbcTemplate jdbc;

    VisitPeriods(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Frees the time of these encounters. */
    void release(Collection<String> encounterIds) {
        jdbc.update("DELETE FROM visit_period WHERE encounter_id = ANY (?)", statement -> {
            Array ids = statement.getConnection().createArrayOf("text", encounterIds.toArray());
            statement.setArray(1, ids);
        });
    }

    /**
     * Takes the time for the visit. Waits for a concurrent transaction that wants the same, and takes it if that one
     * rolls back.
     *
     * @return whether the time was free
     */
    boolean claim(VisitTime time) {
        // A visit that ends as it starts is a single instant: an empty range would not meet any other.
        String bounds = time.start().equals(time.end()) ? "[]" : "[)";
        return jdbc.update(
                        "INSERT INTO visit_period (encounter_id, patient_id, period)"
                                + " VALUES (?, ?, tstzrange(?, ?, ?)) ON CONFLICT DO NOTHING",
                        time.encounterId(),
                        time.patient(),
                        time.start().atOffset(ZoneOffset.UTC),
                        time.end().atOffset(ZoneOffset.UTC),
                        bounds)
                == 1;
    }
}
