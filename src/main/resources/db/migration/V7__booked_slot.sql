-- One row for each slot that an appointment has. The key is the rule slot-free (TRK-9): it holds under concurrency and
-- whatever way an Appointment is written.
CREATE TABLE booked_slot (
  slot_id        text PRIMARY KEY,
  appointment_id text NOT NULL
);
CREATE INDEX booked_slot_appointment ON booked_slot (appointment_id);
