package se.samspar.track.booking;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code booked_slot}: one row for each slot that an appointment has. */
@Component
public class BookedSlots {

    private final JdbcTemplate jdbc;

    BookedSlots(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The appointment that has the slot. */
    public Optional<String> holder(String slotId) {
        return jdbc
                .queryForList("SELECT appointment_id FROM booked_slot WHERE slot_id = ?", String.class, slotId)
                .stream()
                .findAny();
    }

    /**
     * Takes the slot for the appointment. Waits for a concurrent transaction that wants the same, and takes it if that
     * one rolls back.
     *
     * @return whether it was free
     */
    boolean claim(String slotId, String appointmentId) {
        return jdbc.update(
                        "INSERT INTO booked_slot (slot_id, appointment_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        slotId,
                        appointmentId)
                == 1;
    }

    /**
     * Frees the slots of the appointment but for one that it keeps.
     *
     * @return those that it had
     */
    List<String> release(String appointmentId, Optional<String> kept) {
        return jdbc.queryForList(
                "DELETE FROM booked_slot WHERE appointment_id = ? AND slot_id <> ? RETURNING slot_id",
                String.class,
                appointmentId,
                kept.orElse(""));
    }
}
