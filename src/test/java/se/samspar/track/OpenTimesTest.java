package se.samspar.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Narrative.NarrativeStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samspar.support.HttpAnswer;
import se.samspar.support.SamsparApi;
import se.samspar.support.SamsparTest;
import se.samspar.support.UnitClient;

/** Every unit reads what times a unit gives, so they hold nothing else, and they go forward. */
@SamsparTest
class OpenTimesTest {

    @Autowired
    SamsparApi api;

    private UnitClient clinic;
    private Slot slot;

    @BeforeEach
    void aFreeTime() {
        clinic = api.as("sus-ortopedi");
        slot = Calendars.slot(clinic, Calendars.REFERRALS);
        slot.setId((String) null);
        slot.setMeta(null);
    }

    @Test
    void aTimeHasNoPlaceForAnythingAboutAPatient() {
        Slot told = slot.copy();
        told.getText().setDivAsString("<div xmlns=\"http://www.w3.org/1999/xhtml\">Tolvan</div>");
        told.getText().setStatus(NarrativeStatus.ADDITIONAL);
        refused(clinic.post("Slot", told));
        Slot extended = slot.copy();
        extended.addExtension("https://example.org/vem", new Reference("Patient/1"));
        refused(clinic.post("Slot", extended));
        Schedule schedule = new Schedule().addActor(new Reference(Calendars.REFERRALS));
        schedule.addExtension("https://example.org/vem", new StringType("Tolvan"));
        refused(clinic.post("Schedule", schedule));
    }

    @Test
    void aTimeEndsAfterItHasBegun() {
        slot.setEnd(Date.from(slot.getStart().toInstant().minusSeconds(60)));
        refused(clinic.post("Slot", slot));
    }

    @Test
    void aMeetingEndsAfterItHasBegun() {
        RequestFlow flow = RequestFlow.submitted(api);
        flow.triage("accept").expect(200);
        Appointment meeting = new Appointment().setStatus(Appointment.AppointmentStatus.BOOKED);
        meeting.addBasedOn(new Reference("ServiceRequest/" + flow.id()));
        meeting.setStart(slot.getStart())
                .setEnd(Date.from(slot.getStart().toInstant().minusSeconds(60)));
        meeting.addParticipant()
                .setActor(new Reference("HealthcareService/sus-ortopedi-dsk"))
                .setStatus(Appointment.ParticipationStatus.ACCEPTED);
        refused(clinic.post("Appointment", meeting));
    }

    private static void refused(HttpAnswer answer) {
        assertThat(answer.expect(422).ruleCodes()).contains("profile-conformance");
    }
}
