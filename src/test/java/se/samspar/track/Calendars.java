package se.samspar.track;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Schedule;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.Slot;
import org.hl7.fhir.r4.model.Slot.SlotStatus;
import org.hl7.fhir.r4.model.UrlType;
import se.samspar.fhir.generated.CodeSystems;
import se.samspar.fhir.generated.Extensions;
import se.samspar.fhir.generated.Track;
import se.samspar.support.DemoRequests;
import se.samspar.support.HttpAnswer;
import se.samspar.support.UnitClient;

/** The times that units of the demo region give, and the conferences that they hold. */
final class Calendars {

    static final String REFERRALS = "HealthcareService/sus-ortopedi-remiss";
    static final String CONFERENCES = "HealthcareService/sus-ortopedi-mdk";
    static final String ROOM = "https://video.samspar.example/rum/motet";

    private static final AtomicInteger WEEKS = new AtomicInteger(4);

    private Calendars() {}

    /** A free slot of half an hour on a day in a week that no other test has. */
    static Slot slot(UnitClient unit, String service) {
        Schedule schedule = new Schedule().setActive(true).addActor(new Reference(service));
        Reference created =
                reference(unit.post("Schedule", schedule).expect(201).resource(Schedule.class));
        Instant start = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(7 * WEEKS.getAndIncrement(), ChronoUnit.DAYS);
        return unit.post("Slot", slot(created, start)).expect(201).resource(Slot.class);
    }

    static Slot slot(Reference schedule, Instant start) {
        return new Slot()
                .setSchedule(schedule)
                .setStatus(SlotStatus.FREE)
                .setStart(Date.from(start))
                .setEnd(Date.from(start.plus(30, ChronoUnit.MINUTES)));
    }

    /** A conference of orthopaedics and rheumatology, yet to be sent. */
    static Appointment conference(Slot slot) {
        Appointment conference = new Appointment().setStatus(AppointmentStatus.BOOKED);
        conference.addServiceType(Track.ELEKTIV_MDK.toConcept());
        List.of("1324", "1125")
                .forEach(specialty -> conference.addSpecialty(
                        new CodeableConcept(new Coding(CodeSystems.HSA_VERKSAMHETSKOD, specialty, null))));
        conference.setStart(slot.getStart()).setEnd(slot.getEnd()).addSlot(reference(slot));
        List.of(CONFERENCES, "PractitionerRole/sus-reumatologi-lakare-1").forEach(actor -> conference
                .addParticipant()
                .setActor(new Reference(actor))
                .setStatus(ParticipationStatus.ACCEPTED));
        conference.addExtension(new Extension(Extensions.VIDEO_LINK, new UrlType(ROOM)));
        return conference;
    }

    /** A conference that orthopaedics holds. */
    static Appointment held(UnitClient clinic) {
        return clinic.post("Appointment", conference(slot(clinic, CONFERENCES)))
                .expect(201)
                .resource(Appointment.class);
    }

    static Reference reference(Resource resource) {
        return new Reference(resource.getIdElement().toUnqualifiedVersionless());
    }

    static ServiceRequest caseFor(Appointment conference) {
        ServiceRequest request = RequestFlow.request(Track.ELEKTIV_MDK);
        request.addExtension(new Extension(Extensions.NAMED_CONFERENCE, reference(conference)));
        return request;
    }

    static HttpAnswer signUp(UnitClient unit, Appointment conference, RequestFlow flow) {
        return unit.post(
                "Appointment/%s/$sign-up".formatted(conference.getIdElement().getIdPart()),
                DemoRequests.parameters("request", new Reference("ServiceRequest/" + flow.id())));
    }

    static HttpAnswer accept(RequestFlow flow, Slot slot) {
        return flow.triage("accept", "slot", reference(slot));
    }

    static Appointment meeting(RequestFlow flow, Slot slot) {
        Appointment meeting = new Appointment().setStatus(AppointmentStatus.BOOKED);
        meeting.addBasedOn(new Reference("ServiceRequest/" + flow.id()));
        meeting.setStart(slot.getStart()).setEnd(slot.getEnd()).addSlot(reference(slot));
        List.of(flow.request().getSubject().getReference(), RequestFlow.PHYSICIAN, REFERRALS)
                .forEach(actor -> meeting.addParticipant()
                        .setActor(new Reference(actor))
                        .setStatus(ParticipationStatus.ACCEPTED));
        return meeting;
    }

    static Period period(Instant start, int minutes) {
        return new Period().setStart(Date.from(start)).setEnd(Date.from(start.plus(minutes, ChronoUnit.MINUTES)));
    }

    static HttpAnswer reschedule(UnitClient unit, Appointment meeting, Object... parameters) {
        return unit.post(
                "Appointment/%s/$reschedule".formatted(meeting.getIdElement().getIdPart()),
                DemoRequests.parameters(parameters));
    }

    static HttpAnswer put(UnitClient unit, Resource resource) {
        return unit.put(reference(resource).getReference(), resource);
    }

    static SlotStatus status(UnitClient unit, Slot slot) {
        return unit.read(Slot.class, slot.getIdElement().getIdPart()).getStatus();
    }
}
