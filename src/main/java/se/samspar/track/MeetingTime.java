package se.samspar.track;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Slot;

/**
 * When a meeting is.
 *
 * @param slot that gives the time; empty for a time outside of any schedule
 */
record MeetingTime(Instant start, Instant end, Optional<Reference> slot) {

    static MeetingTime of(Instant start, Duration length) {
        return new MeetingTime(start, start.plus(length), Optional.empty());
    }

    static MeetingTime of(Slot slot) {
        return new MeetingTime(
                slot.getStart().toInstant(), slot.getEnd().toInstant(), Optional.of(InboxTasks.reference(slot)));
    }

    void setOn(Appointment meeting) {
        meeting.setStart(Date.from(start)).setEnd(Date.from(end));
        meeting.setSlot(null);
        slot.ifPresent(meeting::addSlot);
    }
}
